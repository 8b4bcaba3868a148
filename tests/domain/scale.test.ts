import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draftOf, moved, type Row, ratingsJson, renumbered } from "#components/scale/scale-draft.ts";
import { isSameScale, ratingIn, type Scale, scaleLimits, verdictWords } from "#lib/domain/scale.ts";
import { scalePresets } from "#lib/domain/scale-presets.ts";
import { scaleProblems } from "#lib/domain/scale-problems.ts";
import { reviseScale, scaleForm } from "#lib/schemas/scale.ts";

const [fiveSteps = fail(), , sentence = fail(), politifact = fail()] = scalePresets;

function fail(): never {
  throw new Error("A preset is missing.");
}

/** The default scale with one rating changed. */
function changed(index: number, part: Partial<Scale["ratings"][number]>): Scale {
  return {
    ...fiveSteps,
    ratings: fiveSteps.ratings.map((rating, at) => (at === index ? { ...rating, ...part } : rating)),
  };
}

describe("a published scale", () => {
  test.each(scalePresets.map((preset) => [preset.name, preset] as const))(
    "%s is one that a desk can take",
    (_, preset) => {
      expect(scaleProblems(preset)).toEqual({});
      expect(preset.preset).toBe(preset.name);
    },
  );

  test("each has a name of its own", () => {
    expect(new Set(scalePresets.map((preset) => preset.name)).size).toBe(scalePresets.length);
  });
});

describe("what is wrong with a scale", () => {
  test.each([
    [{ ...fiveSteps, name: "" }, "name"],
    [{ ...fiveSteps, name: "x".repeat(101) }, "name"],
    [{ ...fiveSteps, ratings: [] }, "ratings"],
    [changed(2, { label: "" }), "ratings.2.label"],
    [changed(2, { label: "x".repeat(61) }), "ratings.2.label"],
    [changed(2, { label: "two\nlines" }), "ratings.2.label"],
    [changed(2, { definition: "x".repeat(501) }), "ratings.2.definition"],
    [changed(1, { label: " ｔｒｕｅ" }), "ratings.1.label"],
    [changed(1, { label: "TRUE" }), "ratings.1.label"],
    [changed(5, { value: 3 }), "ratings.5.value"],
    [changed(1, { value: null }), "ratings.1.value"],
    [changed(1, { value: 2.5 }), "ratings.1.value"],
    [changed(1, { value: 0 }), "ratings.1.value"],
    [changed(1, { value: 9 }), "ratings.1.value"],
    [changed(0, { translations: { de: { label: "", definition: "Stimmt." } } }), "ratings.0.translations.de.label"],
    [{ ...fiveSteps, kind: "sentence" as const }, "ratings"],
    [
      { ...sentence, ratings: [{ ...fiveSteps.ratings[0], token: "true" as const, value: 1 }].flatMap(complete) },
      "ratings",
    ],
  ])("is said at its field (%#)", (scale, field) => {
    const problems = scaleProblems(scale);
    expect(Object.keys(problems)).toEqual([field]);
    expect(problems[field]).toMatch(/^[A-Z].*\.$/);
  });

  test("numbers may repeat, as in a scale with several ways to mislead", () => {
    expect(scaleProblems(changed(1, { value: 5 }))).toEqual({});
  });

  test("21 ratings and 21 languages are too many", () => {
    const ratings = Array.from({ length: 21 }, (_, index) => ({
      ...{ label: `Rating ${index}`, definition: "", token: "off" as const, value: null, icon: "" as const },
      translations: {},
    }));
    expect(Object.keys(scaleProblems({ ...fiveSteps, ratings }))).toEqual(["ratings"]);
    expect(scaleProblems({ ...fiveSteps, ratings: ratings.slice(1) })).toEqual({});
    const tags = Array.from({ length: 21 }, (_, index) => `a${String.fromCharCode(97 + index)}`);
    const translations = Object.fromEntries(tags.map((tag) => [tag, { label: "x", definition: "" }]));
    expect(Object.keys(scaleProblems(changed(0, { translations })))).toEqual(["ratings"]);
  });
});

function complete<T extends { label?: string }>(rating: T | undefined) {
  const [first] = fiveSteps.ratings;
  return first === undefined || rating === undefined ? [] : [{ ...first, ...rating }];
}

describe("the words of a verdict", () => {
  test("are its sentence, else its label", () => {
    expect(verdictWords({ sentence: "Nobody counted.", label: "Assessed" })).toBe("Nobody counted.");
    expect(verdictWords({ sentence: "", label: "True" })).toBe("True");
    expect(verdictWords({ label: "True" })).toBe("True");
  });

  test("are in the article's language where the desk has them", () => {
    const translations = { de: { label: "Wahr", definition: "" }, "pt-BR": { label: "Verdade", definition: "Certo." } };
    const rating = { label: "True", definition: "Right.", translations };
    expect(ratingIn(rating, "de-AT")).toEqual({ label: "Wahr", definition: "Right." });
    expect(ratingIn(rating, "pt-br")).toEqual({ label: "Verdade", definition: "Certo." });
    expect(ratingIn(rating, "pt")).toEqual({ label: "True", definition: "Right." });
    expect(ratingIn(rating, null)).toEqual({ label: "True", definition: "Right." });
  });
});

describe("what enters", () => {
  const ids = { id: "0198c0de-0000-7000-8000-000000000001", scaleId: "0198c0de-0000-7000-8000-000000000002" };
  test("language tags become canonical, and the same one twice is refused", () => {
    const [first, ...rest] = fiveSteps.ratings;
    const read = (translations: unknown) =>
      reviseScale.safeParse({ ...ids, ...fiveSteps, ratings: [{ ...first, translations }, ...rest] });
    const words = { label: "Wahr", definition: "" };
    expect(read({ "DE-at": words }).data?.ratings[0]?.translations).toEqual({ "de-AT": words });
    expect(read({ de: words, DE: words }).error?.issues[0]?.message).toBe("The language de is there twice.");
    expect(read({ "not a tag": words }).success).toBe(false);
    expect(read({ __proto__x: words }).success).toBe(false);
  });

  test("a form says the same as the request that it stands for", () => {
    for (const preset of scalePresets) {
      const { name, kind } = preset;
      const form = {
        id: ids.id,
        rowVersion: ids.scaleId,
        name,
        kind,
        preset: name,
        ratings: ratingsJson(draftOf(preset)),
      };
      const read = scaleForm.parse(form);
      expect(read.scaleId).toBe(ids.scaleId);
      expect(isSameScale(read, preset)).toBe(true);
    }
    expect(scaleForm.safeParse({ ...ids, name: "x", kind: "ordered", ratings: "{" }).success).toBe(false);
  });
});

describe("rows of the form", () => {
  const rows = draftOf(politifact).rows;
  const numbers = (list: readonly Row[]) => list.map((row) => row.value);

  test("wherever a row is moved, the numbers stay, the truest first", () => {
    fc.assert(
      fc.property(fc.nat(rows.length - 1), fc.nat(rows.length - 1), (from, to) => {
        const next = moved(rows, from, to);
        expect(next[to]?.key).toBe(rows[from]?.key);
        expect(numbers(next)).toEqual(["6", "5", "4", "3", "2", "1"]);
      }),
    );
  });

  test("a row that comes or goes leaves no gap and no doubled number", () => {
    const without = renumbered(rows, rows.slice(1));
    expect(numbers(without)).toEqual(["5", "4", "3", "2", "1"]);
    const off = renumbered(
      rows,
      rows.map((row, at) => (at === 2 ? { ...row, token: "off" as const } : row)),
    );
    expect(numbers(off)).toEqual(["5", "4", "", "3", "2", "1"]);
    expect(numbers(renumbered(off, rows))).toEqual(["6", "5", "4", "3", "2", "1"]);
  });

  test("numbers of one's own are kept", () => {
    const own = rows.map((row, at) => ({ ...row, value: ["9", "7", "7", "3", "2", "1"][at] ?? "" }));
    expect(numbers(moved(own, 5, 0))).toEqual(["9", "7", "7", "3", "2", "1"]);
  });
});

test("the bounds are those that people are told", () => {
  expect(scaleLimits).toMatchObject({ ratings: 20, label: 60, definition: 500, languages: 20, sentence: 300 });
});
