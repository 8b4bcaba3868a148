import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Alignment, alignTexts } from "#lib/domain/alignment/align-texts.ts";
import { compareBlocks } from "#lib/domain/alignment/compare-blocks.ts";
import { placeSpan } from "#lib/domain/alignment/place-span.ts";
import { tokenise } from "#lib/domain/alignment/tokens.ts";
import { Vocabulary } from "#lib/domain/alignment/vocabulary.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import type { Span } from "#lib/domain/span.ts";
import { blocksOf, editedText } from "./edited-text.ts";

function aligned(older: string, newer: string): Alignment {
  const result = alignTexts(older, newer);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

/** A span of a text that holds words, from two numbers. */
function spanIn(text: string, a: number, b: number): Span {
  const { starts, ends, count } = tokenise(text, new Vocabulary());
  const [first, last] = [a % count, b % count].sort((x, y) => x - y);
  return { start: starts[first ?? 0] ?? 0, end: ends[last ?? 0] ?? 0 };
}

const isSure = (placed: { placement: string }) => placed.placement === "exact" || placed.placement === "moved";
const withSpan = fc.tuple(editedText, fc.nat(5000), fc.nat(5000));

describe("placing a span", () => {
  test("exact and moved places are the very words under the fold", () => {
    fc.assert(
      fc.property(withSpan, ([{ older, newer }, a, b]) => {
        const span = spanIn(older, a, b);
        const placed = placeSpan(aligned(older, newer), span);
        if (placed.placement !== "exact" && placed.placement !== "moved") return;
        const words = newer.slice(placed.start, placed.end);
        expect(typographicFold(words)).toBe(typographicFold(older.slice(span.start, span.end)));
      }),
      { numRuns: 2000 },
    );
  });

  test("every place lies in the newer text and holds words", () => {
    fc.assert(
      fc.property(withSpan, ([{ older, newer }, a, b]) => {
        const placed = placeSpan(aligned(older, newer), spanIn(older, a, b));
        if (placed.placement === "lost") {
          expect(placed.near).toBeLessThanOrEqual(newer.length);
          return;
        }
        expect(placed.start).toBeGreaterThanOrEqual(0);
        expect(placed.end).toBeLessThanOrEqual(newer.length);
        expect(newer.slice(placed.start, placed.end).trim()).not.toBe("");
      }),
      { numRuns: 1000 },
    );
  });

  test("there and back again gives the same words, where both ways are sure", () => {
    fc.assert(
      fc.property(withSpan, ([{ older, newer }, a, b]) => {
        const span = spanIn(older, a, b);
        const there = placeSpan(aligned(older, newer), span);
        if (there.placement !== "exact" && there.placement !== "moved") return;
        const back = placeSpan(aligned(newer, older), there);
        if (back.placement !== "exact" && back.placement !== "moved") return;
        const words = older.slice(back.start, back.end);
        expect(typographicFold(words)).toBe(typographicFold(older.slice(span.start, span.end)));
      }),
      { numRuns: 1000 },
    );
  });

  test("by way of a third text it is the same place as directly, where all are sure and the words stand once", () => {
    fc.assert(
      fc.property(withSpan, editedText, ([{ older, newer }, a, b], { newer: other }) => {
        const last = `${newer}\n\n${other}`;
        const span = spanIn(older, a, b);
        const words = older.slice(span.start, span.end);
        const middle = placeSpan(aligned(older, newer), span);
        const direct = placeSpan(aligned(older, last), span);
        if (middle.placement === "lost" || !isSure(middle) || !isSure(direct)) return;
        const composed = placeSpan(aligned(newer, last), middle);
        if (!isSure(composed) || last.split(words).length !== 2) return;
        expect(composed).toMatchObject({ start: direct.start, end: direct.end });
      }),
      { numRuns: 1000 },
    );
  });

  test("an unchanged text leaves every span where it is", () => {
    fc.assert(
      fc.property(withSpan, ([{ older }, a, b]) => {
        const span = spanIn(older, a, b);
        expect(placeSpan(aligned(older, older), span)).toEqual({ placement: "exact", ...span, confidence: 1 });
      }),
    );
  });
});

describe("the pairing", () => {
  test("pairs equal words, each once, and is its own inverse", () => {
    fc.assert(
      fc.property(editedText, ({ older, newer }) => {
        const alignment = aligned(older, newer);
        if (alignment.kind === "same") return;
        const { toNew, toOld, a, b } = alignment.pairing;
        const wrong: number[] = [];
        for (const [i, j] of toNew.entries()) {
          if (j !== -1 && (toOld[j] !== i || a[i] !== b[j])) wrong.push(i);
        }
        for (const [j, i] of toOld.entries()) if (i !== -1 && toNew[i] !== j) wrong.push(i);
        expect(wrong).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("comparing blocks", () => {
  test("what stands in the newer text joins to its blocks, each once and in order", () => {
    fc.assert(
      fc.property(editedText, ({ older, newer }) => {
        const blocks = { older: blocksOf(older), newer: blocksOf(newer) };
        const { rows, counts } = compareBlocks(aligned(older, newer), blocks);
        const present = rows.filter(({ kind }) => kind !== "removed" && kind !== "moved-away");
        expect(present.map(({ fresh }) => fresh)).toEqual(blocks.newer.map((_, index) => index));
        for (const { fresh, pieces } of present) {
          if (fresh === null || pieces.length === 0) continue;
          const { start = 0, end = 0 } = blocks.newer[fresh] ?? {};
          const words = pieces.flatMap(({ kind, text }) => (kind === "removed" ? [] : [text])).join("");
          expect(words).toBe(newer.slice(start, end));
        }
        expect(present.length).toBe(counts.same + counts.changed + counts.added + counts.moved);
      }),
      { numRuns: 1000 },
    );
  });

  test("every older block is somewhere: kept, changed, moved or removed", () => {
    fc.assert(
      fc.property(editedText, ({ older, newer }) => {
        const blocks = { older: blocksOf(older), newer: blocksOf(newer) };
        const { rows } = compareBlocks(aligned(older, newer), blocks);
        const named = new Set(rows.map(({ old }) => old));
        for (const index of blocks.older.keys()) expect(named.has(index)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
