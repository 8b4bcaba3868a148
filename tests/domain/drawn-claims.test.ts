import fc from "fast-check";
import { expect, test } from "vitest";
import type { BlockDraft } from "#lib/domain/block.ts";
import { drawClaims, drawOneMore, keepSame } from "#lib/domain/drawn-claims.ts";
import { sheetOf, shownSpan } from "#lib/domain/sheet.ts";
import { composeText } from "#lib/domain/text.ts";
import type { ClaimMarkView } from "#lib/domain/views.ts";

const block = (type: BlockDraft["type"], text: string): BlockDraft => ({ type, runs: [{ text, marks: [] }] });
const paragraphs = Array.from({ length: 40 }, (_, at) =>
  block("paragraph", `Paragraph ${at} says that it is one of forty.`),
);
const { text, blocks } = composeText([
  block("heading", "Forty paragraphs"),
  ...paragraphs.slice(0, 20),
  block("list-item", "The first item"),
  block("list-item", "The second item"),
  block("table-row", "1\t\t3"),
  block("table-row", "a\tb\tc"),
  ...paragraphs.slice(20),
]);
const sheet = sheetOf(text, blocks);

const claimAt = (start: number, end: number, change: Partial<ClaimMarkView> = {}): ClaimMarkView => ({
  id: `${start}-${end}`,
  number: 1,
  start,
  end,
  state: "open",
  summary: "",
  rating: null,
  asks: null,
  needsPlacing: false,
  ...change,
});
const claim = fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 120 }));
const claims = fc
  .uniqueArray(claim, {
    maxLength: 30,
    selector: ([start, length]) => `${start} ${Math.min(text.length, start + length)}`,
  })
  .map((list) => list.map(([start, length]) => claimAt(start, Math.min(text.length, start + length))));

test("every block is in one unit, one chunk and one part, in order, a list's items apart and a table's rows together", () => {
  const chunks = sheet.parts.flatMap((part) => part.chunks);
  expect(chunks.flatMap((chunk) => chunk.groups.flatMap((group) => group.units))).toEqual(sheet.units);
  for (const whole of [...sheet.parts, ...chunks]) expect(text.slice(whole.start, whole.end).trim()).not.toBe("");
  expect(sheet.units.flatMap((unit) => unit.blocks)).toEqual(blocks);
  expect(sheet.units.map((unit) => unit.index)).toEqual(sheet.units.map((_, index) => index));
  const sizes = sheet.units.map((unit) => `${unit.blocks[0]?.type} ${unit.blocks.length}`);
  expect(sizes.filter((size) => !size.startsWith("paragraph"))).toEqual([
    "heading 1",
    "list-item 1",
    "list-item 1",
    "table-row 2",
  ]);
});

test("a unit draws the claims that touch it, and a note for each that begins in it; every claim on the page has one note", () => {
  fc.assert(
    fc.property(claims, (list) => {
      const { units } = drawClaims(sheet, list);
      for (const [index, unit] of sheet.units.entries()) {
        // One that lies between the blocks or cells of a unit, on no letter, is drawn nowhere.
        const touching = list.filter(
          (each) => each.start < unit.end && each.end > unit.start && shownSpan(sheet, each) !== null,
        );
        expect(new Set(units[index]?.marks.map((mark) => mark.claim))).toEqual(new Set(touching));
      }
      const noted = units.flatMap((unit) => unit.notes.map(({ id }) => id));
      const shown = list.filter((each) => shownSpan(sheet, each) !== null);
      expect(noted.toSorted()).toEqual(shown.map(({ id }) => id).toSorted());
    }),
    { examples: [[[claimAt(922, 923)]]] },
  );
});

test("one claim more is drawn as if all were drawn anew, on the units that it or a claim beside it touches and no other", () => {
  fc.assert(
    fc.property(claims, claim, (list, [start, length]) => {
      const added = claimAt(start, Math.min(text.length, start + length), { id: "added" });
      const before = drawClaims(sheet, list);
      const after = drawOneMore(sheet, before, added);
      expect(after).toEqual(drawClaims(sheet, [...list, added]));
      const relaned = new Set(list.filter(({ id }) => laneOf(before, id) !== laneOf(after, id)).map(({ id }) => id));
      for (const [index, unit] of after.units.entries()) {
        const differs = unit.marks.some(({ id }) => id === "added" || relaned.has(id));
        expect(unit === before.units[index]).toBe(!differs);
      }
    }),
  );
});

const laneOf = ({ claims }: ReturnType<typeof drawClaims>, id: string) => claims.find((drawn) => drawn.id === id)?.lane;

test("a claim that changed, or has other words now, is drawn as if all were drawn anew", () => {
  fc.assert(
    fc.property(claims, claim, fc.nat(), (list, [start, length], which) => {
      const old = list[which % Math.max(1, list.length)];
      if (old === undefined) return;
      const others = list.filter(({ id }) => id !== old.id);
      for (const now of [
        { ...old, state: "stale" as const },
        { ...old, start, end: Math.min(text.length, start + length) },
      ]) {
        expect(drawOneMore(sheet, drawClaims(sheet, list), now)).toEqual(drawClaims(sheet, [...others, now]));
      }
    }),
  );
});

test("a claim in a text without claims draws one unit again, and so does a change of it", () => {
  const before = drawClaims(sheet, []);
  const { start = 0 } = blocks[7] ?? {};
  const one = claimAt(start, start + 9);
  const after = drawOneMore(sheet, before, one);
  expect(after.units.filter((unit, index) => unit !== before.units[index])).toHaveLength(1);
  const again = drawClaims(sheet, [{ ...one, state: "stale" }], after);
  expect(again.units.filter((unit, index) => unit !== after.units[index])).toHaveLength(1);
});

test("claims that are read again and did not change stay what they were", () => {
  fc.assert(
    fc.property(claims, (list) => {
      const again = keepSame(list, structuredClone(list));
      expect(again.every((each, index) => each === list[index])).toBe(true);
      const [first, ...others] = list;
      if (first === undefined) return;
      const changed = keepSame(list, structuredClone([{ ...first, state: "stale" as const }, ...others]));
      expect(changed.map((each, index) => each === list[index])).toEqual(list.map((_, index) => index > 0));
    }),
  );
});
