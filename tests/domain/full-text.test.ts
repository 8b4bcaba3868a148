import { describe, expect, test } from "vitest";
import type { Block } from "#lib/domain/block.ts";
import { searchParts, searchQuery, snippetOf } from "#lib/domain/full-text.ts";
import { passageLocator } from "#lib/domain/passage-locator.ts";
import { composeText } from "#lib/domain/text.ts";

const whole = (text: string) => [{ start: 0, end: text.length }];

describe("the words of a text", () => {
  test("are lower-case and folded, and stand at their places", () => {
    const text = "Die Größe: 1.9 Mio. – DON’T co\u00ADoperate, ﬁne, 10² ŉ";
    expect(searchParts(text, whole(text))).toEqual([
      {
        start: 0,
        end: text.length,
        vector: "'die':1 'größe':2 '1':3 '9':4 'mio':5 'don':6 't':7 'cooperate':8 'fine':9 '10²':10 'n':11",
      },
    ]);
  });

  test("are letters where no blanks part them", () => {
    expect(searchParts("環境x保", whole("環境x保"))[0]?.vector).toBe("'環':1 '境':2 'x':3 '保':4");
  });

  test("are cut into parts at the borders of blocks, and a block that is too long within", () => {
    const block = (words: number) => "word ".repeat(words).trim();
    const { text, blocks } = composeText(
      [9_000, 9_000, 40_000, 0, 3].map((words) => ({ type: "paragraph", runs: [{ text: block(words), marks: [] }] })),
    );
    const parts = searchParts(text, blocks);
    expect(parts.map(({ start, end }) => text.slice(start, end).split(" ").length)).toEqual([
      9_000, 9_000, 16_000, 16_000, 8_000, 3,
    ]);
    for (const { vector } of parts) expect(vector.split(",").length).toBeLessThanOrEqual(256);
    expect(searchParts("… — !", whole("… — !"))).toEqual([]);
  });
});

describe("what somebody looks for", () => {
  test.each([
    ["harbour loss", "('harbour') & ('loss')"],
    ['"Two boats" -sunk', "('two' <-> 'boats') & !('sunk')"],
    ["1.9 or don't", "('1' <-> '9') | ('don' <-> 't')"],
    ["環境", "('環' <-> '境')"],
    ['"unclosed words', "('unclosed' <-> 'words')"],
    ["-only or -absent", ""],
    ["or or", ""],
    ["a' | 'b & !(c) :* <->", "('a') & ('b') & ('c')"],
    [" !!! ", ""],
  ])("%j", (asked, query) => {
    expect(searchQuery(asked)).toBe(query);
  });

  test("is shown among the words around it", () => {
    const text = `${"before ".repeat(50)}The needle, a Needle! ${"after ".repeat(50)}`;
    const snippet = snippetOf(text, "needle");
    expect(snippet.marks.map(({ start, end }) => snippet.text.slice(start, end))).toEqual(["needle", "Needle"]);
    expect(text.slice(snippet.start, snippet.start + snippet.text.length)).toBe(snippet.text);
    expect(snippet.text.length).toBeLessThan(250);
    expect(snippetOf("Only this.", "absent")).toEqual({ text: "Only this", start: 0, marks: [] });
    expect(snippetOf("", "x")).toEqual({ text: "", start: 0, marks: [] });
  });
});

describe("where a passage stands in its source", () => {
  const { text, blocks } = composeText([
    { type: "paragraph", place: { page: 12 }, runs: [{ text: "On a page.", marks: [] }] },
    { type: "table-row", place: { page: 12 }, runs: [{ text: "Year\tLoss", marks: [] }] },
    { type: "table-row", place: { page: 13 }, runs: [{ text: "2025\t41", marks: [] }] },
    { type: "caption", runs: [{ text: "A boat.", marks: [] }] },
    { type: "paragraph", place: { from: 3_682_900, to: 3_690_000 }, runs: [{ text: "They said so.", marks: [] }] },
    { type: "paragraph", runs: [{ text: "Nowhere in particular.", marks: [] }] },
  ]);
  const at = (words: string, known: readonly Block[] = blocks) => {
    const start = text.indexOf(words);
    return passageLocator(text, known, { start, end: start + words.length });
  };

  test("is a page, a cell or row, a figure, a time, or nothing", () => {
    expect(at("a page")).toBe("p. 12");
    expect(at("41")).toBe("p. 13, table row 2, cell 2");
    expect(at("2025\t41")).toBe("p. 13, table row 2");
    expect(at("A boat")).toBe("figure");
    expect(at("They said")).toBe("01:01:22");
    expect(at("Nowhere")).toBe("");
    expect(at("Nowhere", [])).toBe("");
  });
});
