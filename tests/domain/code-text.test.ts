import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Run } from "#lib/domain/block.ts";
import { composeNoted, composeText } from "#lib/domain/text.ts";

const note = (id: string) => ({ type: "note" as const, id });

function wordsOf(runs: readonly Run[]) {
  const { text, notes } = composeNoted([{ type: "code", runs }]);
  return [...notes].map(([id, spans]) => [id, spans.map(({ start, end }) => text.slice(start, end)).join("|")]);
}

describe("Notes on a listing", () => {
  test("stand on its words, whatever becomes of line ends and blank lines before them", () => {
    expect(
      wordsOf([
        { text: "\n\nlet a;\r\n\r\n\r\n", marks: [] },
        { text: "run(a)\u0000;", marks: [note("one")] },
        { text: "\n\n", marks: [note("one"), note("two")] },
        { text: "stop()", marks: [note("two"), { type: "strong" }] },
        { text: "\n\n", marks: [] },
      ]),
    ).toEqual([
      ["one", "run(a);\n \n"],
      ["two", "\n \nstop()"],
    ]);
  });

  test("do not change the text, and stand where their words do", () => {
    const pieces = fc.constantFrom("a", "é", "e", "\u0301", "👩", "\n", "\n\n", "\r\n", " ", "\t", "\u0000", "水", "x");
    const runs = fc.array(
      fc.record({ text: fc.array(pieces, { maxLength: 4 }).map((all) => all.join("")), isNoted: fc.boolean() }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(runs, (all) => {
        const noted = all.map(({ text, isNoted }) => ({ text, marks: isNoted ? [note("one")] : [] }));
        const { text, notes } = composeNoted([{ type: "code", runs: noted }]);
        expect(text).toBe(composeText([{ type: "code", runs: noted.map((run) => ({ ...run, marks: [] })) }]).text);
        for (const { start, end } of notes.get("one") ?? []) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        const simple = all.every((run) => /^[ax]*$/u.test(run.text));
        const words = (notes.get("one") ?? []).map(({ start, end }) => text.slice(start, end)).join("");
        if (simple) expect(words).toBe(all.map((run) => (run.isNoted ? run.text : "")).join(""));
      }),
    );
  });
});
