import fc from "fast-check";
import { expect, test } from "vitest";
import { fitNotes, type Note, noteGap, placeNotes, pushLimit, type Shortenable } from "#lib/domain/margin.ts";

const note = fc.record({ wish: fc.integer({ min: 0, max: 2000 }), height: fc.integer({ min: 1, max: 120 }) });
const notes = fc.array(note, { maxLength: 40 }).map((list) => list.sort((a, b) => a.wish - b.wish));
const focused = notes
  .filter((list) => list.length > 0)
  .chain((list) => fc.record({ list: fc.constant(list), focus: fc.nat(list.length - 1) }));
const top = fc.integer({ min: 0, max: 300 });

function expectApart(list: readonly Note[], ys: readonly number[]) {
  expect(ys).toHaveLength(list.length);
  for (let index = 1; index < ys.length; index += 1) {
    const bottom = (ys[index - 1] ?? 0) + (list[index - 1]?.height ?? 0);
    expect((ys[index] ?? 0) - bottom).toBeGreaterThanOrEqual(noteGap - 1e-6);
  }
}

const cost = (list: readonly Note[], ys: readonly number[]) =>
  list.reduce((sum, { wish }, index) => sum + ((ys[index] ?? 0) - wish) ** 2, 0);

test("no two notes touch and their order is kept, without a focus", () => {
  fc.assert(fc.property(notes, top, (list, from) => expectApart(list, placeNotes(list, { focus: null, top: from }))));
});

test("no two notes touch and their order is kept, around a focus that takes its wish exactly", () => {
  fc.assert(
    fc.property(focused, top, ({ list, focus }, from) => {
      const ys = placeNotes(list, { focus, top: from });
      expectApart(list, ys);
      expect(ys[focus]).toBe(list[focus]?.wish);
    }),
  );
});

test("without a focus no note stands above the top", () => {
  fc.assert(
    fc.property(notes, top, (list, from) => {
      for (const y of placeNotes(list, { focus: null, top: from })) expect(y).toBeGreaterThanOrEqual(from);
    }),
  );
});

test("notes that have room stand at their wish, with and without a focus", () => {
  fc.assert(
    fc.property(fc.array(note, { maxLength: 20 }), (list) => {
      let bottom = 0;
      const roomy = list.map(({ wish, height }) => {
        const y = bottom + noteGap + wish;
        bottom = y + height;
        return { wish: y, height };
      });
      const wishes = roomy.map(({ wish }) => wish);
      expect(placeNotes(roomy, { focus: null, top: 0 })).toEqual(wishes);
      if (roomy.length > 0) expect(placeNotes(roomy, { focus: 0, top: 0 })).toEqual(wishes);
    }),
  );
});

test("no other placing is nearer to the wishes: any shift of any run of notes that keeps them apart costs more", () => {
  fc.assert(
    fc.property(notes, fc.nat(), fc.nat(), fc.integer({ min: -30, max: 30 }), (list, a, b, shift) => {
      const ys = placeNotes(list, { focus: null, top: 0 });
      const from = a % (list.length + 1);
      const to = b % (list.length + 1);
      const other = ys.map((y, index) => (index >= Math.min(from, to) && index < Math.max(from, to) ? y + shift : y));
      const apart = other.every(
        (y, index) =>
          y >= 0 && (index === 0 || y >= (other[index - 1] ?? 0) + (list[index - 1]?.height ?? 0) + noteGap),
      );
      if (apart) expect(cost(list, other)).toBeGreaterThanOrEqual(cost(list, ys) - 1e-6);
    }),
    { numRuns: 2000 },
  );
});

test("a focus that is not in the list is no focus", () => {
  const list = [
    { wish: 10, height: 20 },
    { wish: 15, height: 20 },
  ];
  expect(placeNotes(list, { focus: 7, top: 0 })).toEqual(placeNotes(list, { focus: null, top: 0 }));
});

const shortenable = note.chain(({ wish, height }) =>
  fc.record({ wish: fc.constant(wish), heights: fc.constant([height + 36, height + 18, 18]), asks: fc.boolean() }),
);
const crowded = fc
  .array(shortenable, { minLength: 1, maxLength: 40 })
  .map((list) => list.sort((a, b) => a.wish - b.wish))
  .chain((list) => fc.record({ list: fc.constant(list), focus: fc.option(fc.nat(list.length - 1), { nil: null }) }));
const shortest = (list: readonly Shortenable[], cuts: readonly number[]) =>
  list.map(({ wish, heights }, index) => ({ wish, height: heights[cuts[index] ?? 0] ?? 0 }));

test("shortened notes stand as notes of that height would, and the focused one is whole", () => {
  fc.assert(
    fc.property(crowded, top, ({ list, focus }, from) => {
      const { ys, cuts } = fitNotes(list, { focus, top: from });
      const sized = shortest(list, cuts);
      expectApart(sized, ys);
      expect(ys).toEqual(placeNotes(sized, { focus, top: from }));
      if (focus !== null) expect(cuts[focus]).toBe(0);
    }),
  );
});

test("nothing is shortened where no note is pushed too far", () => {
  fc.assert(
    fc.property(crowded, ({ list, focus }) => {
      const ys = placeNotes(shortest(list, []), { focus, top: 0 });
      const roomy = list.every(({ wish }, index) => Math.abs((ys[index] ?? 0) - wish) <= pushLimit);
      if (roomy) expect(fitNotes(list, { focus, top: 0 })).toEqual({ ys, cuts: list.map(() => 0) });
    }),
  );
});

test("a note that asks for something keeps its words while others can be shortened", () => {
  const list = [0, 40, 80, 120, 160].map((wish, index) => ({ wish, heights: [72, 54, 18], asks: index === 3 }));
  expect(fitNotes(list, { focus: null, top: 0 }).cuts).toEqual([1, 2, 2, 0, 2]);
});

test("the note farthest from the focus that pushes another is shortened first", () => {
  const list = [0, 60, 120, 180].map((wish) => ({ wish, heights: [72, 54, 18], asks: false }));
  expect(fitNotes(list, { focus: 0, top: 0 }).cuts).toEqual([0, 0, 1, 0]);
});
