import fc from "fast-check";
import { expect, test } from "vitest";
import {
  deepestLane,
  fragmentsOf,
  lanesOf,
  type MarkedSpan,
  nestedPieces,
  outermostFirst,
  type Piece,
} from "#lib/domain/fragments.ts";
import { indexSpans } from "#lib/domain/span-index.ts";

const offset = fc.nat(60);
const range = fc.tuple(offset, offset).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const spans: fc.Arbitrary<MarkedSpan[]> = fc
  .array(range, { maxLength: 12 })
  .map((list) => list.map((span, index) => ({ ...span, id: `c${index}` })));
const text = "Es war, als hätt’ der Himmel die Erde still geküßt, daß sie im Blütenschimmer…";
const overlap = (a: MarkedSpan, b: MarkedSpan) => a.start < b.end && a.end > b.start;
const lengthOf = (span: MarkedSpan) => span.end - span.start;

test("joining the fragments gives the text back, whatever the overlap", () => {
  fc.assert(
    fc.property(range, spans, (whole, list) => {
      const joined = fragmentsOf(whole, list).map(({ start, end }) => text.slice(start, end));
      expect(joined.join("")).toBe(text.slice(whole.start, whole.end));
    }),
  );
});

test("a fragment carries exactly the claims that cover it, the longest first, and none of it is uncovered by them", () => {
  fc.assert(
    fc.property(range, spans, (whole, list) => {
      for (const { start, end, ids } of fragmentsOf(whole, list)) {
        expect(end).toBeGreaterThan(start);
        const covering = list.filter((span) => span.start <= start && span.end >= end);
        expect([...ids].sort()).toEqual(covering.map((span) => span.id).sort());
        const lengths = ids.map((id) => lengthOf(list.find((span) => span.id === id) ?? { id, start: 0, end: 0 }));
        expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
      }
    }),
  );
});

const leavesOf = (pieces: readonly Piece[], ids: readonly string[]): { start: number; end: number; ids: string[] }[] =>
  pieces.flatMap((piece) =>
    piece.kind === "text"
      ? [{ start: piece.start, end: piece.end, ids: [...ids] }]
      : leavesOf(piece.pieces, [...ids, piece.id]),
  );

test("the leaves of the tree are the fragments, and every mark spans its pieces", () => {
  const expectWhole = (pieces: readonly Piece[]) => {
    for (const piece of pieces) {
      if (piece.kind === "text") continue;
      expect(piece.pieces[0]?.start).toBe(piece.start);
      expect(piece.pieces.at(-1)?.end).toBe(piece.end);
      expectWhole(piece.pieces);
    }
  };
  fc.assert(
    fc.property(range, spans, (whole, list) => {
      const pieces = nestedPieces(whole, list);
      expect(leavesOf(pieces, [])).toEqual(fragmentsOf(whole, list));
      expectWhole(pieces);
    }),
  );
});

test("where many claims lie on the same words the shortest nest, and none loses its first and last piece", () => {
  fc.assert(
    fc.property(range, spans, fc.nat(4), (whole, list, deepest) => {
      const full = leavesOf(nestedPieces(whole, list), []);
      const capped = leavesOf(nestedPieces(whole, list, deepest), []);
      expect(capped.map(({ start, end }) => [start, end])).toEqual(full.map(({ start, end }) => [start, end]));
      for (const [index, { start, end, ids }] of capped.entries()) {
        const all = full[index]?.ids ?? [];
        expect(ids).toEqual(all.filter((id) => ids.includes(id)));
        for (const [depth, id] of all.entries()) {
          const span = list.find((other) => other.id === id) ?? whole;
          const edge = Math.max(span.start, whole.start) === start || Math.min(span.end, whole.end) === end;
          expect(ids.includes(id)).toBe(list.length <= deepest || all.length - depth <= deepest || edge);
        }
      }
    }),
  );
});

test("a range finds the spans that touch it, in the order of the text", () => {
  fc.assert(
    fc.property(range, spans, (whole, list) => {
      const found = indexSpans(list).touching(whole);
      const touching = list.filter((span) => span.start < whole.end && span.end > whole.start);
      expect(new Set(found)).toEqual(new Set(touching));
      expect(found).toEqual([...found].sort(outermostFirst));
    }),
  );
});

test("claims that overlap are on different lanes, up to the deepest, which they may share", () => {
  fc.assert(
    fc.property(spans, (list) => {
      const lanes = lanesOf(list);
      for (const a of list) {
        const lane = lanes.get(a.id) ?? -1;
        expect(lane).toBeGreaterThanOrEqual(0);
        expect(lane).toBeLessThanOrEqual(deepestLane);
        for (const b of list) {
          if (a.id !== b.id && overlap(a, b) && lane === lanes.get(b.id)) expect(lane).toBe(deepestLane);
        }
      }
    }),
  );
});

test("a claim that overlaps no other is on the first lane, and so is the shortest of a nest", () => {
  fc.assert(
    fc.property(spans, (list) => {
      const lanes = lanesOf(list);
      for (const a of list) {
        const others = list.filter((b) => b.id !== a.id && overlap(a, b));
        if (others.every((b) => lengthOf(b) > lengthOf(a))) expect(lanes.get(a.id)).toBe(0);
      }
    }),
  );
});
