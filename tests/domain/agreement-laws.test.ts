import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agreementMetrics, agreementOf } from "#lib/domain/agreement.ts";
import { agreement, type Rows } from "#tests/support/rated-items.ts";

const someRows = fc
  .record({ raters: fc.integer({ min: 2, max: 5 }), top: fc.integer({ min: 1, max: 5 }) })
  .chain(({ raters, top }) => {
    const rating = fc.option(fc.integer({ min: 0, max: top }), { freq: 4 });
    return fc.array(fc.array(rating, { minLength: raters, maxLength: raters }), { minLength: 1, maxLength: 25 });
  });

describe("laws", () => {
  test.each(agreementMetrics)("%s: neither the order of items nor that of raters matters", (metric) => {
    fc.assert(
      fc.property(someRows, fc.infiniteStream(fc.nat()), (rows, stream) => {
        const shuffled = <T>(list: readonly T[]): T[] => {
          const keyed = list.map((value) => ({ value, key: stream.next().value }));
          return keyed.sort((one, other) => one.key - other.key).map(({ value }) => value);
        };
        const order = shuffled((rows[0] ?? []).map((_, rater) => rater));
        const other = shuffled(rows).map((row) => order.map((rater) => row[rater] ?? null));
        expect(agreement(metric, other)).toEqual(agreement(metric, rows));
      }),
    );
  });

  test("names of ratings do not matter; for the ordinal alpha, only their order does", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const renamed = (name: (rating: number) => number) =>
          rows.map((row) => row.map((rating) => (rating === null ? null : name(rating))));
        for (const metric of ["cohen", "fleiss", "krippendorff-nominal"] as const) {
          expect(
            agreement(
              metric,
              renamed((rating) => (rating * 7 + 3) % 11),
            ),
          ).toEqual(agreement(metric, rows));
        }
        for (const name of [(rating: number) => rating ** 3 / 7 - 5, (rating: number) => -rating]) {
          expect(agreement("krippendorff-ordinal", renamed(name))).toEqual(agreement("krippendorff-ordinal", rows));
        }
      }),
    );
  });

  test("never NaN, never above 1; 1 exactly when all pairs agree and two ratings occur among them", () => {
    fc.assert(
      fc.property(someRows, fc.constantFrom(...agreementMetrics), (rows, metric) => {
        const { value, items, pairable } = agreement(metric, rows);
        expect(pairable).toBeGreaterThanOrEqual(2 * items);
        if (value === null) return;
        expect(value).toBeLessThanOrEqual(1);
        const agreeing = rows.filter((row) => new Set(row.filter((rating) => rating !== null)).size === 1);
        const perfect = agreement(metric, agreeing, rows[0]?.length);
        if (perfect.value !== null) expect(perfect.value).toBe(1);
        if (value === 1 && metric !== "fleiss" && metric !== "cohen") {
          expect(rows.every((row) => new Set(row.filter((rating) => rating !== null)).size <= 1)).toBe(true);
        }
      }),
    );
  });

  test("the ordinal alpha of two ratings is the nominal one", () => {
    const binary = someRows.map((rows) =>
      rows.map((row) => row.map((rating) => (rating === null ? null : rating % 2))),
    );
    fc.assert(
      fc.property(binary, (rows) => {
        const [ordinal, nominal] = [agreement("krippendorff-ordinal", rows), agreement("krippendorff-nominal", rows)];
        expect(ordinal.items).toBe(nominal.items);
        if (ordinal.value === null) expect(nominal.value).toBeNull();
        else expect(ordinal.value).toBeCloseTo(nominal.value ?? Number.NaN, 12);
      }),
    );
  });

  test("alpha is what Krippendorff's coincidences and distances give, written out", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        for (const metric of ["krippendorff-nominal", "krippendorff-ordinal"] as const) {
          const expected = alphaByCoincidences(rows, metric === "krippendorff-ordinal");
          const { value } = agreement(metric, rows);
          if (value === null) expect(expected).toBeNaN();
          else expect(value).toBeCloseTo(expected, 11);
        }
      }),
    );
  });

  test("without gaps, alpha of two ratings or more is Fleiss' kappa moved up by (1 − kappa) / n", () => {
    const full = someRows.map((rows) => rows.map((row) => row.map((rating) => rating ?? 0)));
    fc.assert(
      fc.property(full, (rows) => {
        const [kappa, alpha] = [agreement("fleiss", rows), agreement("krippendorff-nominal", rows)];
        if (kappa.value === null) expect(alpha.value).toBeNull();
        else expect(alpha.value).toBeCloseTo(kappa.value + (1 - kappa.value) / kappa.pairable, 12);
      }),
    );
  });

  test("an item with one rating changes nothing", () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 0, max: 9 }), (rows, rating) => {
        const alone = (rows[0] ?? []).map((_, rater) => (rater === 0 ? rating : null));
        for (const metric of ["krippendorff-nominal", "krippendorff-ordinal", "cohen"] as const) {
          expect(agreement(metric, [...rows, alone])).toEqual(agreement(metric, rows));
        }
      }),
    );
  });
});

/** The definition, by pairs of ratings: slow, and with nothing in common with the other road. NaN where undefined. */
function alphaByCoincidences(rows: Rows, isOrdinal: boolean): number {
  const units = rows.map((row) => row.filter((rating) => rating !== null)).filter((unit) => unit.length > 1);
  const all = units.flat().sort((one, other) => one - other);
  const count = (rating: number) => all.filter((other) => other === rating).length;
  const distance = (one: number, other: number) => {
    if (one === other) return 0;
    if (!isOrdinal) return 1;
    const [low, high] = [Math.min(one, other), Math.max(one, other)];
    const between = all.filter((rating) => rating >= low && rating <= high).length;
    return (between - (count(low) + count(high)) / 2) ** 2;
  };
  const pairs = (ratings: readonly number[]) =>
    ratings.reduce((sum, one) => sum + ratings.reduce((inner, other) => inner + distance(one, other), 0), 0);
  const observed = units.reduce((sum, unit) => sum + pairs(unit) / (unit.length - 1), 0) / all.length;
  return 1 - observed / (pairs(all) / (all.length * (all.length - 1)));
}

test("a hundred thousand ratings of a million cells take no more than a moment", () => {
  const codes = Int32Array.from({ length: 1_000_000 }, (_, cell) => ((cell >> 1) * 7919 + (cell % 2)) % 100_003);
  for (const metric of agreementMetrics) {
    const { value } = agreementOf(metric, { raters: 2, codes });
    expect(value).toBeLessThan(1);
  }
});
