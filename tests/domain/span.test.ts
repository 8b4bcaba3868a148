import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block } from "#lib/domain/block.ts";
import { checkSpan, quoteOf, type Span } from "#lib/domain/span.ts";
import { composeText } from "#lib/domain/text.ts";
import { snapToWords } from "#lib/domain/words.ts";

const pieces = fc.constantFrom(
  ..."abcXYZ éß 12.,;“”’-—()",
  ..."\u0301\u00A0\u200D\uFE0F漢字かなカタ한글กำไทยनमस्तेشكرا",
  ..."👨‍👩‍👧",
  "👨‍👩‍👧‍👦",
  "🇬🇧",
  "🇫",
  "1️⃣",
  "\u1100",
  "각",
  "\u0600",
  "ខ្មែរ",
  "বাংলা",
  "\u{11D46}",
  "©",
  "ພາສາລາວ",
  " ",
  " ",
  " \u0301",
  "don’t",
  "https://a.example/b?c=d",
);
const paragraph = fc.array(pieces, { minLength: 1, maxLength: 30 }).map((list) => list.join(""));
const composed = fc
  .array(paragraph, { maxLength: 4 })
  .map((list) => composeText(list.map((text) => ({ type: "paragraph", runs: [{ text, marks: [] }] }))));
const selected = composed.chain(({ text, blocks }) =>
  fc.record({
    text: fc.constant(text),
    blocks: fc.constant(blocks),
    span: fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => ordered(a, b)),
  }),
);

function ordered(a: number, b: number): Span {
  return { start: Math.min(a, b), end: Math.max(a, b) };
}

function edges(text: string, blocks: readonly Block[], granularity: "grapheme" | "word"): Span[] {
  const segmenter = new Intl.Segmenter("und", { granularity });
  return blocks.flatMap((block) =>
    [...segmenter.segment(text.slice(block.start, block.end))].map(({ index, segment }) => ({
      start: block.start + index,
      end: block.start + index + segment.length,
    })),
  );
}

const cuts = (parts: readonly Span[], at: number) => parts.some((part) => part.start < at && at < part.end);
const law = (holds: (value: { text: string; blocks: readonly Block[]; span: Span }) => void) =>
  fc.assert(fc.property(selected, holds), { numRuns: 3000 });

test("a snapped selection cuts no grapheme, and the desk accepts it as a claim", () => {
  law(({ text, blocks, span }) => {
    const snapped = snapToWords(text, blocks, span);
    const graphemes = edges(text, blocks, "grapheme");
    if (snapped.start === snapped.end) return;
    expect(cuts(graphemes, snapped.start)).toBe(false);
    expect(cuts(graphemes, snapped.end)).toBe(false);
    expect(checkSpan(text, blocks, snapped).ok).toBe(true);
  });
});

test("a snapped selection holds every word that the selection touched, and no more than white space is lost", () => {
  law(({ text, blocks, span }) => {
    const snapped = snapToWords(text, blocks, span);
    const touched = edges(text, blocks, "word").filter((word) => word.start < span.end && word.end > span.start);
    for (const word of touched) {
      if (/^\s*$/u.test(text.slice(Math.max(word.start, span.start), Math.min(word.end, span.end)))) continue;
      expect(snapped.start).toBeLessThanOrEqual(word.start);
      expect(snapped.end).toBeGreaterThanOrEqual(word.end);
    }
  });
});

test("snapping twice is snapping once", () => {
  law(({ text, blocks, span }) => {
    const once = snapToWords(text, blocks, span);
    expect(snapToWords(text, blocks, once)).toEqual(once);
  });
});

test("white space alone gives an empty span", () => {
  const { text, blocks } = composeText([
    { type: "paragraph", runs: [{ text: "One two.", marks: [] }] },
    { type: "paragraph", runs: [{ text: "Three.", marks: [] }] },
  ]);
  for (const span of [
    { start: 3, end: 4 },
    { start: 8, end: 10 },
    { start: 2, end: 2 },
  ]) {
    const snapped = snapToWords(text, blocks, span);
    expect(snapped.start).toBe(snapped.end);
  }
  expect(snapToWords(text, blocks, { start: 5, end: 12 })).toEqual({ start: 4, end: 15 });
});

test("a span is accepted at grapheme boundaries only, however long the cluster or the row of flags", () => {
  const rows = ["🇬🇧".repeat(60), `a${"\u0301".repeat(200)}b`, "👨‍👩‍👧‍👦".repeat(20), "한".normalize("NFD").repeat(80)];
  for (const row of rows) {
    const { text, blocks } = composeText([{ type: "paragraph", runs: [{ text: row, marks: [] }] }]);
    const graphemes = edges(text, blocks, "grapheme");
    for (let at = 1; at < text.length; at += 1) {
      expect(checkSpan(text, blocks, { start: 0, end: at }).ok).toBe(!cuts(graphemes, at));
    }
  }
});

test("a span outside the text, turned round, fractional or empty is refused", () => {
  const { text, blocks } = composeText([{ type: "paragraph", runs: [{ text: "One two.", marks: [] }] }]);
  const refusals = [
    { start: -1, end: 3 },
    { start: 0, end: 99 },
    { start: 5, end: 2 },
    { start: 0.5, end: 3 },
    { start: 3, end: 4 },
    { start: 3, end: 3 },
  ];
  for (const span of refusals) expect(checkSpan(text, blocks, span).ok).toBe(false);
});

test("a quote is the very words with up to 32 units around them, whose far ends cut no surrogate pair", () => {
  law(({ text, span }) => {
    const { prefix, quote, suffix } = quoteOf(text, span);
    expect(quote).toBe(text.slice(span.start, span.end));
    expect(text.slice(0, span.start).endsWith(prefix)).toBe(true);
    expect(text.slice(span.end).startsWith(suffix)).toBe(true);
    expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(32);
    for (const at of [span.start - prefix.length, span.end + suffix.length]) {
      if (at === span.start || at === span.end) continue;
      expect(/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1))).toBe(false);
    }
  });
});
