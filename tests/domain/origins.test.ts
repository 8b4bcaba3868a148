import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { independentOrigins } from "#lib/domain/origins.ts";
import { processorTime } from "#tests/support/processor-time.ts";

const piece = (id: string, originId: string | null, sourceId: string) => ({ id, originId, sourceId });

describe("independent origins", () => {
  test("evidence of its own source and without an origin is its own", () => {
    expect(independentOrigins([piece("1", null, "a"), piece("2", null, "b")])).toEqual([["1"], ["2"]]);
  });

  test("one source is one origin, and so is one named origin", () => {
    expect(independentOrigins([piece("1", null, "a"), piece("2", null, "a")])).toEqual([["1", "2"]]);
    expect(independentOrigins([piece("1", "A", "a"), piece("2", "A", "b")])).toEqual([["1", "2"]]);
  });

  test("a third piece ties two origins together", () => {
    const items = [piece("1", "A", "a"), piece("2", "B", "b"), piece("3", null, "c"), piece("4", "A", "b")];
    expect(independentOrigins(items)).toEqual([["1", "2", "4"], ["3"]]);
  });

  const someItems = fc.array(
    fc.record({
      originId: fc.option(fc.constantFrom("A", "B", "C", "D")),
      sourceId: fc.constantFrom("a", "b", "c", "d", "e"),
    }),
    { maxLength: 30 },
  );

  test("every piece stands in one group, and no two groups share a source or an origin", () => {
    fc.assert(
      fc.property(someItems, (drawn) => {
        const items = drawn.map((item, index) => ({ ...item, id: String(index) }));
        const groups = independentOrigins(items);
        expect(groups.flat().toSorted()).toEqual(items.map((item) => item.id).toSorted());
        const keys = groups.map((group) => {
          const inIt = items.filter((item) => group.includes(item.id));
          return new Set(inIt.flatMap((item) => [item.sourceId, ...(item.originId === null ? [] : [item.originId])]));
        });
        expect(keys.reduce((sum, set) => sum + set.size, 0)).toBe(new Set(keys.flatMap((set) => [...set])).size);
      }),
    );
  });

  test("ten thousand pieces take no time, however they hang together", () => {
    const chain = Array.from({ length: 10_000 }, (_, index) =>
      piece(String(index), `o${Math.floor((index + 1) / 2)}`, `s${Math.floor(index / 2)}`),
    );
    const begun = processorTime();
    expect(independentOrigins(chain)).toHaveLength(1);
    expect(processorTime() - begun).toBeLessThan(2000);
  });
});
