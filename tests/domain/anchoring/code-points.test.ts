import fc from "fast-check";
import { expect, test } from "vitest";
import { CodePoints } from "#lib/domain/anchoring/code-points.ts";

const pieces = fc.constantFrom(
  "a",
  "é",
  "漢",
  "😀",
  "👩🏽‍🚀",
  "🇬🇧",
  "e\u0301",
  "\uD83D",
  "\uDE00",
  " ",
  "x".repeat(700),
);
const texts = fc.array(pieces, { maxLength: 40 }).map((list) => list.join(""));

test("an offset in UTF-16 units is the number of code points before it, and back", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const points = new CodePoints(text);
      const all = [...text];
      expect(points.length).toBe(all.length);
      let offset = 0;
      for (const [number, character] of all.entries()) {
        expect(points.codePointOf(offset)).toBe(number);
        expect(points.utf16Of(number)).toBe(offset);
        if (character.length === 2) expect(points.codePointOf(offset + 1)).toBe(number);
        offset += character.length;
      }
      expect(points.codePointOf(text.length)).toBe(all.length);
      expect(points.utf16Of(all.length)).toBe(text.length);
    }),
    { numRuns: 200 },
  );
});

test("pairs that lie across a checkpoint are counted once", () => {
  const text = `${"x".repeat(1023)}😀${"y".repeat(1022)}😀z`;
  const points = new CodePoints(text);
  expect(points.codePointOf(1025)).toBe(1024);
  expect(points.utf16Of(1024)).toBe(1025);
  expect(points.utf16Of(points.length - 1)).toBe(text.length - 1);
});

test("what lies outside the text has no counterpart", () => {
  const points = new CodePoints("a😀");
  for (const outside of [-1, 4, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(points.codePointOf(outside)).toBeNull();
    expect(points.utf16Of(outside)).toBeNull();
  }
  expect(points.utf16Of(3)).toBeNull();
});
