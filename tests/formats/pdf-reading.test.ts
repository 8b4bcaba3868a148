import { describe, expect, test } from "vitest";
import type { BlockDraft } from "#lib/domain/block.ts";
import { readPdf } from "#lib/formats/import/pdf/read-pdf.ts";
import type { PdfPlan, PdfSheet, PdfWords } from "#tests/support/make-pdf.ts";
import { makePdf } from "#tests/support/make-pdf.ts";
import { setParagraph } from "#tests/support/pdf-text.ts";

async function read(plan: PdfPlan) {
  const result = await readPdf(makePdf(plan));
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

const textOf = (block: BlockDraft) => block.runs.map((run) => run.text).join("");
const sentence = "The board bought two boats and promised that they would pay for themselves by the third summer.";
const sheet = (words: readonly PdfWords[]): PdfSheet => ({ words });
const lines = (...texts: string[]) => texts.map((text, index) => ({ text, x: 60, y: 100 + index * 12 }));

describe("hyphens at line ends", () => {
  const joined = async (...texts: string[]) =>
    textOf((await read({ sheets: [sheet(lines(...texts))] })).blocks[0] ?? { type: "code", runs: [] });

  test("go between small letters", async () => {
    expect(await joined("The ferry was never a suc-", "cess in its time on the sound.")).toContain("a success in");
  });

  test("stay where the document has the word with its hyphen", async () => {
    const text = await joined("It is a long-standing rule, and a long-", "standing habit of the board there.");
    expect(text).toContain("a long-standing habit");
  });

  test("stay before a capital, and go where the whole word stands elsewhere", async () => {
    expect(await joined("He crossed the North Sea on an Anglo-", "Saxon boat that was built there.")).toContain(
      "Anglo-Saxon",
    );
    const text = await joined("HALLOWMERE is a town, and nobody in HALLOW-", "MERE would have thought of boats.");
    expect(text).toContain("in HALLOWMERE would");
  });

  test("stay in numbers and between a number's words", async () => {
    expect(await joined("It was open in the years from 2019-", "2021, and closed in the years since.")).toContain(
      "2019-2021",
    );
    expect(await joined("The accounts of the board run to fifty-", "two pages, and it is on page ten.")).toContain(
      "fifty-two",
    );
  });
});

describe("what stands around the text", () => {
  test("running heads, feet and page numbers are dropped and listed", async () => {
    const starts = ["Once", "Twice", "Thrice", "Again", "Later", "At last"];
    const sheets = starts.map((start, index) =>
      sheet([
        { text: index % 2 === 0 ? "The Lantern Review" : "A Slower Ledger", x: 60, y: 40, size: 8 },
        { text: `${index + 41}`, x: 520, y: 40, size: 8 },
        ...setParagraph(`${start} more. ${sentence}`, { x: 60, y: 130, width: 300 }),
        { text: `Draft of 12 June, page ${index + 41} of 46`, x: 60, y: 810, size: 8 },
      ]),
    );
    const { blocks, dropped } = await read({ sheets });
    expect(blocks.map(textOf)).toEqual(starts.map((start) => `${start} more. ${sentence}`));
    expect(dropped).toHaveLength(12);
    expect(dropped[2]).toMatchObject({ before: 1, why: "outside", block: { place: { page: 2 } } });
  });

  test("words that are at the edge of one page alone stay", async () => {
    const sheets = [sheet(lines("A first line, on its own.")), sheet(lines("Another line, elsewhere."))];
    expect((await read({ sheets })).blocks).toHaveLength(2);
  });
});

describe("what a PDF says about itself", () => {
  const sheets = [sheet(setParagraph(sentence, { x: 60, y: 100, width: 300 }))];

  test("title, authors, dates and language", async () => {
    const info = {
      Title: "The Ferry That Would Pay for Itself",
      Author: "Odile Farrant and Ines Okoro",
      CreationDate: "D:20260612081500+02'00'",
      ModDate: "D:20260613",
    };
    const { metadata } = await read({ sheets, info, language: "en-GB" });
    expect(metadata).toMatchObject({
      title: { value: info.Title, from: "the PDF's properties" },
      byline: { value: ["Odile Farrant", "Ines Okoro"] },
      published: null,
      modified: { value: "2026-06-13" },
      language: { value: "en-GB" },
    });
  });

  test.each(["Microsoft Word - ferry_v3.docx", "untitled", "ferry.indd", "20260612_final", "12"])(
    "%s is not taken for a title",
    async (Title) => {
      expect((await read({ sheets, info: { Title } })).metadata.title).toBeNull();
    },
  );
});

describe("PDFs that cannot be read, or not all", () => {
  const words = lines(sentence);
  const kindOf = async (bytes: Uint8Array) => {
    const result = await readPdf(bytes);
    return result.ok ? "ok" : result.error.kind;
  };

  test("a password that nobody gave", async () => {
    expect(await kindOf(makePdf({ sheets: [{ words }], password: "secret" }))).toBe("encrypted");
    expect(await kindOf(makePdf({ sheets: [{ words }], password: "" }))).toBe("ok");
  });

  test("pictures of pages", async () => {
    expect(await kindOf(makePdf({ sheets: [{ words: [], picture: true }] }))).toBe("scanned");
    expect(await kindOf(makePdf({ sheets: [{ words: [] }] }))).toBe("empty");
  });

  test("some pages without text are named", async () => {
    const picture = { words: [], picture: true };
    const { warnings } = await read({ sheets: [{ words }, picture, { words: [] }, picture] });
    expect(warnings).toEqual(["Pages 2 and 4 are without text: pictures, perhaps of text."]);
  });

  test("too many pages, and no PDF at all", async () => {
    const sheets = Array.from({ length: 2_001 }, () => ({ words: [] }));
    expect(await readPdf(makePdf({ sheets }))).toEqual({ ok: false, error: { kind: "too-large", limit: "pages" } });
    expect(await kindOf(new TextEncoder().encode("%PDF-1.7\nand nothing more"))).toBe("damaged");
    expect(await kindOf(new Uint8Array(0))).toBe("damaged");
  });

  test("a file without its end is read as far as it goes", async () => {
    const bytes = makePdf({ sheets: [{ words }] });
    expect(await kindOf(bytes.slice(0, bytes.length - 25))).toBe("ok");
  });

  test("drawing orders that swell a thousandfold are refused at once", async () => {
    const swollen = makePdf({ sheets: [{ words, blanks: 40 * 1024 * 1024 }] });
    expect(swollen.length).toBeLessThan(100_000);
    expect(await kindOf(swollen)).toBe("too-complex");
  });

  test("the bytes that were given stay as they are", async () => {
    const bytes = makePdf({ sheets: [{ words }] });
    const before = Buffer.from(bytes).toString("latin1");
    await readPdf(bytes);
    expect(Buffer.from(bytes).toString("latin1")).toBe(before);
  });
});
