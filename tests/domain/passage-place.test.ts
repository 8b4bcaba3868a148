import fc from "fast-check";
import { expect, test } from "vitest";
import { passagePlace, standsAt } from "#lib/domain/passage-place.ts";

const text = "In 2021 it had 21 boats.\n\nThe “ferry” lost 1.9\u00a0million crowns – last year, it said. 🛥 One more.";

test("a passage is found under the typographic fold", () => {
  for (const passage of ["21 boats", '"ferry" lost 1.9 million crowns - last year', "One more.", "2021"]) {
    const place = passagePlace(text, passage);
    expect(place === null ? null : standsAt(text, place, passage)).toBe(true);
  }
});

test("not inside a word or a number, and not with other words", () => {
  expect(passagePlace(text, "ferr")).toBeNull();
  expect(passagePlace(text, "21")).toEqual({ start: text.indexOf("21 boats"), end: text.indexOf(" boats") });
  expect(passagePlace(text, "lost 1.8 million crowns")).toBeNull();
  expect(passagePlace(text, "  ")).toBeNull();
});

test("in scripts that part no words by blanks, inside a sentence", () => {
  const chinese = "去年的虧損為一百九十萬克朗。";
  const words = "虧損為一百九十萬克朗";
  expect(passagePlace(chinese, words)).toEqual({ start: 3, end: 3 + words.length });
});

test("what is found holds the words, whatever the text", () => {
  const words = fc.array(fc.constantFrom("a", "b", "1", " ", ".", "–", "“", "é", "🛥"), { maxLength: 30 });
  fc.assert(
    fc.property(words, words, (whole, part) => {
      const [haystack, passage] = [whole.join(""), part.join("")];
      const place = passagePlace(haystack, passage);
      if (place !== null) expect(standsAt(haystack, place, passage)).toBe(true);
    }),
  );
});
