import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { missingFrom, quotationsIn } from "#lib/domain/quotations.ts";
import { processorTime } from "#tests/support/processor-time.ts";

const standsIn = (quotation: string, passage: string) => missingFrom([passage], [quotation]).length === 0;
const quoted = (text: string) => quotationsIn(text).map(({ start, end }) => text.slice(start, end));

describe("the direct quotations of a text", () => {
  test.each([
    ["English", "He called it “a rounding error” twice.", ["a rounding error"]],
    ["British", "He called it ‘the boys’ mistake’ twice.", ["the boys"]],
    ["plain", 'It is "two boats" and "one quay".', ["two boats", "one quay"]],
    ["plain single", "It is 'two boats', isn't it?", ["two boats"]],
    ["German", "Er nannte es „einen Rundungsfehler“ und „nichts weiter“.", ["einen Rundungsfehler", "nichts weiter"]],
    ["German book style", "Er sagte »nie wieder« und ging.", ["nie wieder"]],
    ["French", "Il a dit « jamais plus » hier.", [" jamais plus "]],
    ["Swedish", "Han sade ”aldrig mer” igår.", ["aldrig mer"]],
    ["Polish", "Powiedział „nigdy więcej” wczoraj.", ["nigdy więcej"]],
    ["Chinese", "他说：“不再这样”。", ["不再这样"]],
    ["Japanese", "彼は「もうない」と言った。", ["もうない"]],
    ["none", "The board's two boats aren't new; it's 5' long.", []],
    ["within another", "She wrote “they said ‘never’ to us” today.", ["they said ‘never’ to us"]],
    ["that runs on", "and he said: “a rounding error in a century", ["a rounding error in a century"]],
    ["that began before", "a rounding error in a century,” he said", ["a rounding error in a century,"]],
    ["empty", "“” and “ ”", []],
  ])("%s", (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  test("lie in the text, in order, and never touch", () => {
    const marks = fc.constantFrom(..."“”„‟«»‹›‚‘’\"'「」『』ab . ");
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 40 }), (letters) => {
        const text = letters.join("");
        let last = -1;
        for (const { start, end } of quotationsIn(text)) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});

describe("a quotation in a passage", () => {
  const passage = "We said: “The ferry -- as built – lost 1.9 million crowns,” and nobody laughed at the party.";
  test.each([
    ["the very words", "lost 1.9 million crowns", true],
    ["other dashes and quotation marks", "The ferry -- as built — lost", true],
    ["the comma that belongs to the sentence around", "lost 1.9 million crowns.", true],
    ["a marked omission", "The ferry […] lost 1.9 million", true],
    ["omissions out of their order", "lost … The ferry", false],
    ["another word", "lost 1.8 million crowns", false],
    ["another case", "the ferry", false],
    ["a part of a word", "laughed at the part", false],
  ])("%s", (_, quotation, stands) => {
    expect(standsIn(quotation, passage)).toBe(stands);
  });

  test("every whole passage stands in itself, whatever its marks", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => standsIn(text, text)));
  });

  test("each is looked for in every passage, and ligatures are their letters", () => {
    const passages = ["Nothing here.", "The ﬁrst boat’s oﬃcer.", "Two boats."];
    expect(missingFrom(passages, ["first boat's officer", "Two boats", "three boats"])).toEqual(["three boats"]);
  });

  test("scripts without spaces are looked at letter by letter", () => {
    expect(standsIn("不再", "他说不再这样")).toBe(true);
  });
});

test("marks that are closed nowhere, by the thousand, are looked through once", () => {
  const began = processorTime();
  expect(quotationsIn(" 'a".repeat(50_000))).toEqual([]);
  expect(missingFrom(["x y"], ["[".repeat(150_000)])).toHaveLength(1);
  expect(processorTime() - began).toBeLessThan(3000);
});
