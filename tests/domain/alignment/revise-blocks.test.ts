import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reviseBlocks } from "#lib/domain/alignment/revise-blocks.ts";
import type { BlockDraft, Run } from "#lib/domain/block.ts";
import { type ComposedText, composeText } from "#lib/domain/text.ts";

const plain = (text: string): Run => ({ text, marks: [] });
const article = composeText([
  { type: "heading", level: 2, runs: [plain("The ferry on the sound")] },
  {
    type: "paragraph",
    runs: [
      plain("The board bought two boats in 2021, "),
      { text: "the auditors wrote", marks: [{ type: "link", href: "https://audit.example/" }] },
      plain(" in their "),
      { text: "last", marks: [{ type: "emphasis" }] },
      plain(" report."),
    ],
  },
  { type: "quotation", runs: [plain("We never looked at the ledger, said the clerk at the pier.")] },
  { type: "table-row", runs: [plain("Year\tPassengers\tLoss")] },
  { type: "table-row", runs: [plain("2025\t212\t1.9 million")] },
  { type: "code", runs: [plain("if boat:\n  sail()\n\nelse:\n  wait()")] },
  { type: "list-item", runs: [plain("One boat lies in the yard since spring.")] },
]);

function revised(text: string): ComposedText {
  return composeText(reviseBlocks(article, text));
}

const typesOf = ({ blocks }: ComposedText) => blocks.map(({ type }) => type);
const marksOf = ({ text, blocks }: ComposedText) =>
  blocks.flatMap(({ marks }) => marks.map(({ type, start, end }) => `${type}: ${text.slice(start, end)}`));

describe("an edited text", () => {
  test("unedited gives the version's own blocks", () => {
    expect(revised(article.text)).toEqual(article);
  });

  test("keeps types, emphasis and links where words around them changed", () => {
    const next = revised(article.text.replace("two boats in 2021", "three old boats in 2022"));
    expect(typesOf(next)).toEqual(typesOf(article));
    expect(marksOf(next)).toEqual(["link: the auditors wrote", "emphasis: last"]);
  });

  test("keeps them where a paragraph was moved, and makes new blocks paragraphs", () => {
    const blocks = article.text.split("\n\n");
    const next = revised(
      [...blocks.slice(2), "A paragraph that nobody had written before.", ...blocks.slice(0, 2)].join("\n\n"),
    );
    expect(typesOf(next)).toEqual([...typesOf(article).slice(2), "paragraph", "heading", "paragraph"]);
    expect(marksOf(next)).toEqual(marksOf(article));
  });

  test("makes the second part of a split heading a paragraph", () => {
    const next = revised(article.text.replace("The ferry on the sound", "The ferry\n\non the sound"));
    expect(typesOf(next).slice(0, 3)).toEqual(["heading", "paragraph", "paragraph"]);
  });

  test("keeps a blank line inside code, and the columns of a table", () => {
    const next = revised(article.text.replace("212", "340").replace("wait()", "row()"));
    expect(typesOf(next)).toEqual(typesOf(article));
    expect(next.text).toContain("2025\t340\t1.9 million");
    expect(next.text).toContain("sail()\n \nelse:\n  row()");
  });

  test("with nothing left gives no blocks", () => {
    expect(revised(" \n\n ").blocks).toEqual([]);
  });

  test("gives back what was typed, white space aside", () => {
    const words = fc.array(fc.constantFrom("the", "boats", "2021", "last", "\n\n", "\n", "ledger", "é", "港"), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, (typed) => {
        const text = typed.join(" ");
        const { text: composed } = revised(text);
        expect(composed.split(/\s+/u).filter(Boolean)).toEqual(text.split(/\s+/u).filter(Boolean));
      }),
    );
  });
});

test("any composed text, unedited, gives its own blocks back", () => {
  const mark = fc.constantFrom({ type: "emphasis" as const }, { type: "link" as const, href: "https://a.example/" });
  const run = fc.record({
    text: fc.constantFrom("alpha ", "beta gamma", ". ", "don’t", "H2O", " 港口 "),
    marks: fc.array(mark, { maxLength: 1 }),
  });
  const draft: fc.Arbitrary<BlockDraft> = fc.record({
    type: fc.constantFrom("paragraph" as const, "quotation" as const, "list-item" as const, "code" as const),
    runs: fc.array(run, { minLength: 1, maxLength: 5 }),
  });
  fc.assert(
    fc.property(fc.array(draft, { maxLength: 6 }), (drafts) => {
      const composed = composeText(drafts);
      expect(composeText(reviseBlocks(composed, composed.text))).toEqual(composed);
    }),
  );
});
