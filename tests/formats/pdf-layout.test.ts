import { describe, expect, test } from "vitest";
import type { BlockDraft } from "#lib/domain/block.ts";
import { readPdf } from "#lib/formats/import/pdf/read-pdf.ts";
import type { PdfPlan, PdfWords } from "#tests/support/make-pdf.ts";
import { makePdf } from "#tests/support/make-pdf.ts";
import { setParagraph, widthOf } from "#tests/support/pdf-text.ts";

async function read(plan: PdfPlan) {
  const result = await readPdf(makePdf(plan));
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

const textOf = (block: BlockDraft) => block.runs.map((run) => run.text).join("");
const shown = (blocks: readonly BlockDraft[]) => blocks.map((block) => `${block.type}: ${textOf(block)}`);

const prose = [
  "The harbour board bought two boats in the spring of the year and promised that both of them would pay for themselves by the third summer of the service.",
  "The ledger tells a slower story, and the auditors who read it in the winter found that the crossing had lost money in every month but one since it began.",
  "Nobody on the quay was surprised, since the price of power had gone up by more than half while the number of crossings stayed where it had been before.",
];
const [first = "", second = "", third = ""] = prose;

/** Paragraphs below each other with a gap between. */
function column(texts: readonly string[], x: number, top: number, width: number, indent = 0): PdfWords[] {
  const words: PdfWords[] = [];
  let y = top;
  for (const text of texts) {
    const lines = setParagraph(text, { x, y, width, indent });
    words.push(...lines);
    y = (lines.at(-1)?.y ?? y) + (indent === 0 ? 20 : 12);
  }
  return words;
}

describe("the words of a page", () => {
  test("lines become paragraphs, parted by a gap or by an indent, each with its page", async () => {
    const { blocks } = await read({
      sheets: [{ words: column(prose, 60, 100, 300) }, { words: column(prose, 60, 100, 300, 15) }],
    });
    expect(shown(blocks)).toEqual([...prose, ...prose].map((text) => `paragraph: ${text}`));
    expect(blocks.map(({ place }) => place)).toEqual([1, 1, 1, 2, 2, 2].map((page) => ({ page })));
  });

  test("two columns are read one after the other, and a headline above both comes first", async () => {
    const words = [
      { text: "A slower ledger on the quay at Hallowmere", x: 60, y: 80, size: 20, face: "bold" as const },
      ...column([first, second], 60, 120, 220),
      ...column([third, first], 320, 120, 220),
    ];
    const { blocks } = await read({ sheets: [{ words }] });
    expect(shown(blocks)).toEqual([
      "heading: A slower ledger on the quay at Hallowmere",
      ...[first, second, third, first].map((text) => `paragraph: ${text}`),
    ]);
  });

  test("a paragraph goes on over a column and over a page", async () => {
    const lines = setParagraph(`${first} ${second} ${third}`, { x: 60, y: 100, width: 220 });
    const at = (from: number, to: number, x: number, top: number) =>
      lines.slice(from, to).map((line, index) => ({ ...line, x, y: top + index * 12 }));
    const { blocks } = await read({
      sheets: [{ words: [...at(0, 4, 60, 100), ...at(4, 8, 320, 100)] }, { words: at(8, 99, 60, 100) }],
    });
    expect(shown(blocks)).toEqual([`paragraph: ${first} ${second} ${third}`]);
    expect(blocks[0]?.place).toEqual({ page: 1 });
  });

  test("headings get their level from their size and weight; a bold word in a sentence is no heading", async () => {
    const words: PdfWords[] = [
      { text: "The Ferry", x: 60, y: 60, size: 24 },
      { text: "What it cost", x: 60, y: 100, size: 14 },
      ...column(prose, 60, 130, 300),
      { text: "In detail", x: 60, y: 400, face: "bold" },
      { text: "Every month of it was", x: 60, y: 420 },
      { text: "dear", x: 164, y: 420, face: "bold" },
      { text: "to the town.", x: 190, y: 420, face: "italic" },
    ];
    const { blocks, metadata } = await read({ sheets: [{ words }] });
    expect(blocks.filter(({ type }) => type === "heading").map((block) => [textOf(block), block.level])).toEqual([
      ["The Ferry", 1],
      ["What it cost", 2],
      ["In detail", 3],
    ]);
    expect(metadata.title).toEqual({ value: "The Ferry", from: "the largest line of the first page" });
    expect(blocks.at(-1)?.runs).toEqual(
      [
        { text: "Every month of it was ", marks: [] },
        { text: "dear", marks: [{ type: "strong" }] },
        { text: " ", marks: [] },
        { text: "to the town.", marks: [{ type: "emphasis" }] },
      ].map((run) => run),
    );
  });

  test("list items lose their bullet and keep their number", async () => {
    const item = (text: string, y: number) => setParagraph(text, { x: 72, y, width: 288 });
    const words = [
      ...column([first], 60, 60, 300),
      { text: "•", x: 60, y: 130 },
      ...item("the batteries, which were to last for ten years and had to be bought again after three", 130),
      { text: "•", x: 60, y: 154 },
      ...item("the power", 154),
      { text: "1. The first of the reasons", x: 60, y: 190 },
      { text: "2. The second of them", x: 60, y: 202 },
    ];
    const { blocks } = await read({ sheets: [{ words }] });
    expect(shown(blocks).slice(1)).toEqual([
      "list-item: the batteries, which were to last for ten years and had to be bought again after three",
      "list-item: the power",
      "list-item: 1. The first of the reasons",
      "list-item: 2. The second of them",
    ]);
  });

  test("rows of a table keep their cells apart", async () => {
    const row = (cells: readonly string[], y: number) => cells.map((text, index) => ({ text, x: 60 + index * 120, y }));
    const words = [
      ...column([first], 60, 60, 400),
      ...row(["Crossings a day", "14", "11"], 130),
      ...row(["Passengers", "610,000", "548,000"], 144),
    ];
    const { blocks } = await read({ sheets: [{ words }] });
    expect(shown(blocks).slice(1)).toEqual([
      "table-row: Crossings a day\t14\t11",
      "table-row: Passengers\t610,000\t548,000",
    ]);
  });

  test("a raised number is a mark, and the note at the foot a block of its own", async () => {
    const body = column([first, second], 60, 60, 300);
    const words: PdfWords[] = [
      ...body,
      { text: "It lost 1.9 million crowns", x: 60, y: 200 },
      { text: "1", x: 60 + widthOf("It lost 1.9 million crowns", 10), y: 196, size: 6 },
      { text: "last year.", x: 66 + widthOf("It lost 1.9 million crowns", 10), y: 200 },
      { text: "1 Annual accounts of the board for the year 2025, of which page 31", x: 60, y: 760, size: 8 },
      { text: "has the figures.", x: 60, y: 769, size: 8 },
      { text: "2 The auditors say so.", x: 60, y: 780, size: 8 },
    ];
    const { blocks } = await read({ sheets: [{ words }, { words: column([third], 60, 60, 300) }] });
    expect(shown(blocks).slice(2)).toEqual([
      "paragraph: It lost 1.9 million crowns1 last year.",
      "footnote: 1 Annual accounts of the board for the year 2025, of which page 31 has the figures.",
      "footnote: 2 The auditors say so.",
      `paragraph: ${third}`,
    ]);
    expect(blocks[2]?.runs[1]).toEqual({ text: "1", marks: [{ type: "superscript" }] });
  });

  test("links are cut to their words and lead outside only", async () => {
    const words = [{ text: "See the accounts of the board, all of them.", x: 60, y: 100 }];
    const box = [78, 90, 183, 104] as const;
    const links = [{ url: "https://board.example/2025", box }];
    const { blocks } = await read({ sheets: [{ words, links }] });
    expect(blocks[0]?.runs.filter(({ marks }) => marks.length > 0)).toEqual([
      { text: "the accounts of the board", marks: [{ type: "link", href: "https://board.example/2025" }] },
    ]);
    const evil = await read({ sheets: [{ words, links: [{ url: "javascript:alert(1)", box }] }] });
    expect(evil.blocks[0]?.runs).toHaveLength(1);
  });

  test("words from right to left come in logical order", async () => {
    const visual = (text: string) => [...text].toReversed().join("");
    const words = [
      { text: visual("السفينة الأولى"), x: 300, y: 100, face: "unicode" as const },
      { text: visual("كهربائية"), x: 250, y: 100, face: "unicode" as const },
    ];
    const { blocks } = await read({ sheets: [{ words }] });
    expect(textOf(blocks[0] ?? { type: "paragraph", runs: [] })).toBe("السفينة الأولى كهربائية");
  });
});
