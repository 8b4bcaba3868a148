import { expect, test } from "vitest";
import { sameWords } from "#lib/domain/same-words.ts";
import { sketchOf } from "#lib/domain/text-sketch.ts";

const wire =
  "The Harbour Board said on Tuesday that its two new boats carried 212 passengers on the first morning, fewer than it had hoped for, and that the fare would not change before the summer.";
const reprint = wire.replace("on Tuesday ", "");
const other =
  "Auditors who looked at the accounts of the ferry service found that it lost far more last year than the board had told the council when it asked for money.";
const piece = (id: string, group: number, passage: string, copy = "") => ({
  id,
  group,
  sketches: [sketchOf(passage), sketchOf(copy)],
});

test("near-identical words of another origin are told, with the earlier piece", () => {
  const found = sameWords([piece("1", 0, wire), piece("2", 1, other), piece("3", 2, reprint)]);
  expect([...found]).toEqual([["3", "1"]]);
});

test("not those of one origin, not a short phrase, and passages are not compared with copies", () => {
  expect(sameWords([piece("1", 0, wire), piece("2", 0, reprint)]).size).toBe(0);
  expect(
    sameWords([piece("1", 0, "It lost 1.9 million crowns."), piece("2", 1, "It lost 1.9 million crowns.")]).size,
  ).toBe(0);
  expect(sameWords([piece("1", 0, wire), piece("2", 1, "", wire)]).size).toBe(0);
});

test("copies that say the same are told though the passages differ", () => {
  const page = `${wire} ${other}`;
  expect([...sameWords([piece("1", 0, "One", page), piece("2", 1, "Two", page)])]).toEqual([["2", "1"]]);
});
