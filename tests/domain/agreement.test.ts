import { describe, expect, test } from "vitest";
import { type AgreementMetric, agreementMetrics } from "#lib/domain/agreement.ts";
import { agreement, type Rows } from "#tests/support/rated-items.ts";

/** One line for each rater, one character for each item, a star for none. */
function ofRaters(...lines: readonly string[]): Rows {
  const ratings = lines.map((line) => [...line].map((mark) => (mark === "*" ? null : Number.parseInt(mark, 36))));
  return (ratings[0] ?? []).map((_, item) => ratings.map((line) => line[item] ?? null));
}

/** One line for each item: how many raters gave each rating. */
function ofCounts(lines: readonly (readonly number[])[]): Rows {
  return lines.map((counts) => counts.flatMap((count, rating) => Array.from({ length: count }, () => rating)));
}

/** How often the first rater's rating (row) met the second's (column). */
function ofPairs(table: readonly (readonly number[])[]): Rows {
  return table.flatMap((row, first) =>
    row.flatMap((count, second) => Array.from({ length: count }, () => [first, second])),
  );
}

const precisely = 14;

describe("published figures", () => {
  // Krippendorff 2011, also in the tests of the R packages krippendorff (jucor) and icr: 0.743, 0.815.
  const krippendorff = ofRaters("123321412***", "1233224125*3", "*3332342251*", "12332441251*");
  // The example of Wikipedia's article on Krippendorff's alpha: 0.691.
  const gaps = ofRaters("*****34121133*3", "1*213343*******", "**21344*21133*4");

  test.each([
    ["krippendorff-nominal", krippendorff, 0.743421052631579, 11, 40],
    ["krippendorff-ordinal", krippendorff, 0.8153875037548814, 11, 40],
    ["krippendorff-nominal", gaps, 0.691358024691358, 12, 26],
    ["krippendorff-ordinal", gaps, 0.8067214199413152, 12, 26],
    // Krippendorff 2011, two observers: binary data 0.095, nominal data 0.692.
    ["krippendorff-nominal", ofRaters("0100000010", "1110010000"), 0.0952380952380951, 10, 20],
    ["krippendorff-nominal", ofRaters("aabbdcccedda", "babbbccceddd"), 0.6919642857142858, 12, 24],
  ] as const)("%s of four observers, of three, of two", (metric, rows, value, items, pairable) => {
    const found = agreement(metric, rows);
    expect(found.value).toBeCloseTo(value, precisely);
    expect(found).toMatchObject({ metric, items, pairable, raters: rows[0]?.length });
  });

  test("Fleiss' kappa of fourteen raters, Wikipedia's article on it: 0.210", () => {
    const rows = ofCounts([
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ]);
    expect(agreement("fleiss", rows).value).toBeCloseTo(0.2099307044219522, precisely);
    expect(agreement("fleiss", rows)).toMatchObject({ items: 10, pairable: 140, raters: 14 });
  });

  test.each([
    // The first three are in Wikipedia's article on Cohen's kappa, the last in Cohen 1960.
    [
      [
        [20, 5],
        [10, 15],
      ],
      0.4,
    ],
    [
      [
        [45, 15],
        [25, 15],
      ],
      3 / 23,
    ],
    [
      [
        [25, 35],
        [5, 35],
      ],
      7 / 27,
    ],
    [
      [
        [6, 1],
        [1, 4],
      ],
      23 / 35,
    ],
    [
      [
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ],
      29 / 59,
    ],
  ])("Cohen's kappa of %j", (table, value) => {
    expect(agreement("cohen", ofPairs(table)).value).toBeCloseTo(value, precisely);
  });

  test("two raters: Fleiss' kappa is not Cohen's", () => {
    const rows = ofPairs([
      [45, 15],
      [25, 15],
    ]);
    expect(agreement("fleiss", rows).value).toBeCloseTo(0.12087912087912089, precisely);
    expect(agreement("cohen", rows).value).toBeCloseTo(0.13043478260869565, precisely);
  });
});

describe("undefined, with the reason", () => {
  const reason = (metric: AgreementMetric, rows: Rows, raters?: number) => {
    const found = agreement(metric, rows, raters);
    return found.value === null ? found.reason : found.value;
  };

  test.each(agreementMetrics)("%s of one rating only, of one rater, of nobody, of nothing to compare", (metric) => {
    expect(
      reason(metric, [
        [1, 1],
        [1, 1],
      ]),
    ).toMatch(/are the same/);
    expect(reason(metric, [[1], [2]])).toMatch(/only one rater/);
    expect(reason(metric, [], 2)).toMatch(/No item was rated by two/);
    expect(
      reason(metric, [
        [1, null],
        [null, 2],
        [null, null],
      ]),
    ).toMatch(/No item was rated by two/);
    expect(
      agreement(metric, [
        [1, 1],
        [1, 1],
        [2, null],
      ]),
    ).toMatchObject({ value: null, items: 2, pairable: 4 });
  });

  test("Cohen's kappa of three raters, Fleiss' of uneven numbers without a full item", () => {
    expect(reason("cohen", [[1, 2, 3]])).toMatch(/exactly two/);
    expect(
      reason("fleiss", [
        [1, 2, null, null],
        [1, 2, 3, null],
      ]),
    ).toMatch(/equally many/);
    expect(
      reason("fleiss", [
        [1, null, null],
        [null, 2, null],
      ]),
    ).toMatch(/No item was rated by two/);
  });

  test("raters who each know one rating, and never the same, agree as by chance", () => {
    expect(
      agreement("cohen", [
        [1, 2],
        [1, 2],
      ]).value,
    ).toBe(0);
  });
});

describe("gaps", () => {
  test("Fleiss' kappa counts items that equally many rated, whoever did, else those that everyone rated", () => {
    const two = [
      [1, 1, null],
      [null, 2, 2],
      [1, null, 2],
      [null, null, null],
    ];
    expect(agreement("fleiss", two)).toMatchObject({ items: 3, pairable: 6, raters: 3 });
    expect(agreement("fleiss", two).value).toBe(
      agreement("fleiss", [
        [1, 1],
        [2, 2],
        [1, 2],
      ]).value,
    );
    const uneven = [
      [1, 1, 1],
      [1, 2, 2],
      [1, null, 2],
      [null, null, 2],
    ];
    expect(agreement("fleiss", uneven)).toEqual(agreement("fleiss", uneven.slice(0, 2)));
  });

  test("Cohen's kappa counts items that both rated", () => {
    expect(
      agreement("cohen", [
        [1, 1],
        [2, 1],
        [2, 2],
        [3, null],
        [null, 1],
      ]),
    ).toEqual(
      agreement("cohen", [
        [1, 1],
        [2, 1],
        [2, 2],
      ]),
    );
  });
});
