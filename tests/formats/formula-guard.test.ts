import fc from "fast-check";
import { expect, test } from "vitest";
import { guardFormulas, unguardFormulas } from "#lib/formats/tables/formula-guard.ts";

test.each([
  ["=1+1", "'=1+1"],
  ["+1", "'+1"],
  ["-1", "'-1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tx", "'\tx"],
  ["\rx", "'\rx"],
  ["＝1", "'＝1"],
  ["－1", "'－1"],
  ["  =1", "'  =1"],
  ["\u00A0\u3000@x", "'\u00A0\u3000@x"],
  ['"=1"', `'"=1"`],
  ["a;=1+1;b", "a;'=1+1;b"],
  ["a|=cmd", "a|'=cmd"],
  ["one\n- two", "one\n'- two"],
  ["'=1", "''=1"],
  ["a = b - c", "a = b - c"],
  ["it's", "it's"],
  ["'quoted'", "'quoted'"],
  ["", ""],
])("%j is written as %j, and read back", (cell, guarded) => {
  expect(guardFormulas(cell)).toBe(guarded);
  expect(unguardFormulas(guarded)).toBe(cell);
});

const pieces = fc.constantFrom("=", "+", "-", "@", "＝", "'", '"', " ", "\t", "\n", "\r", ";", "|", ",", "a", "1", "ä");
const cells = fc.array(pieces, { maxLength: 30 }).map((all) => all.join(""));

test("whatever is in a cell, none begins a formula, and it is read back as it was", () => {
  fc.assert(
    fc.property(cells, (cell) => {
      const guarded = guardFormulas(cell);
      expect(unguardFormulas(guarded)).toBe(cell);
      for (const part of guarded.split(/[;|\t\n\r]/u)) expect(part).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/u);
      expect(guarded).not.toMatch(/^[\t\r\n]/u);
    }),
    { numRuns: 2_000 },
  );
});

test("a long cell of signs is guarded and read back", () => {
  for (const cell of ["\n'".repeat(200_000), " ".repeat(400_000), "'".repeat(400_000), ";=".repeat(200_000)])
    expect(unguardFormulas(guardFormulas(cell))).toBe(cell);
});
