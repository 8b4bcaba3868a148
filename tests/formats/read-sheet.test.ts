import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { readSheet } from "#lib/formats/sheets/read-sheet.ts";
import { wordsCell, workbookOf, workbookParts, zipOf } from "#tests/support/sheets.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function rowsOf(bytes: Uint8Array): Promise<string[][] | string> {
  const read = await readSheet(bytes, "facts.csv");
  return read.ok ? (read.value.sheets[0]?.rows ?? []) : read.error;
}

const plain = [
  ["Quote", "Source"],
  ["lost 1.9 million, it said", 'The "accounts"'],
];

describe("a text sheet", () => {
  test.each([
    ["commas", ","],
    ["semicolons", ";"],
    ["tabs", "\t"],
    ["bars", "|"],
  ])("with %s between its cells", async (_, delimiter) => {
    expect(await rowsOf(bytesOf(Papa.unparse(plain, { delimiter })))).toEqual(plain);
  });

  test("says its delimiter itself", async () => {
    expect(await rowsOf(bytesOf("sep=;\r\na;b,c,d\r\n1;2,3,4"))).toEqual([
      ["a", "b,c,d"],
      ["1", "2,3,4"],
    ]);
  });

  test("keeps lines inside a cell, and drops rows of nothing at the end", async () => {
    expect(await rowsOf(bytesOf('\uFEFFa,b\n"one\ntwo",\n,,\n\n'))).toEqual([["a", "b"], ["one\ntwo"]]);
  });

  test("in UTF-16 with its mark", async () => {
    const bytes = new Uint8Array(Buffer.from("\uFEFFZitat\tQuelle\nGröße\t5 €", "utf16le"));
    expect(await rowsOf(bytes)).toEqual([
      ["Zitat", "Quelle"],
      ["Größe", "5 €"],
    ]);
  });

  test("in windows-1252, as Excel saves it", async () => {
    const text = "Behauptung;Beleg\nDie Fähre kostete über fünf Millionen;Prüfbericht für März\n";
    expect(await rowsOf(new Uint8Array(Buffer.from(text, "latin1")))).toEqual([
      ["Behauptung", "Beleg"],
      ["Die Fähre kostete über fünf Millionen", "Prüfbericht für März"],
    ]);
  });

  test("in windows-1251", async () => {
    const words = "Паром потерял два миллиона крон в прошлом году, сообщили аудиторы";
    const code = (letter: string) => {
      const point = letter.codePointAt(0) ?? 0;
      return point >= 0x410 && point <= 0x44f ? point - 0x350 : point;
    };
    const bytes = Uint8Array.from(`Цитата;Источник\n${words};отчёт`.replaceAll("ё", "е"), code);
    expect(await rowsOf(bytes)).toEqual([
      ["Цитата", "Источник"],
      [words, "отчет"],
    ]);
  });
});

describe("a workbook", () => {
  test("gives its words, dates as days and formulas by their value", async () => {
    const cells = `<c r="B1" s="1"><v>45415</v></c><c r="C1"><f>0.1+0.2</f><v>0.30000000000000004</v></c><c r="D1" s="1"><v>45415.5</v></c><c r="E1" t="b"><v>1</v></c>`;
    const bytes = zipOf(workbookParts(`<row r="1">${wordsCell("A1", "a & b")}${cells}</row>`));
    expect(await rowsOf(bytes)).toEqual([["a & b", "2024-05-03", "0.3", "2024-05-03 12:00", "TRUE"]]);
  });

  test("is known by its content, whatever its name says", async () => {
    expect(await rowsOf(workbookOf(plain))).toEqual(plain);
  });

  test.each([
    ["a cell in the last row there can be", `<row r="1048576">${wordsCell("A1048576", "x")}</row>`, "too-many-rows"],
    ["a cell in the last column there can be", `<row r="1">${wordsCell("XFD1", "x")}</row>`, "too-many-columns"],
    ["a cell written as a reference", '<row r="1"><c r="&#65;1"><v>1</v></c></row>', "damaged"],
    ["a document type", '<!DOCTYPE x [<!ENTITY a "aaaa">]><row r="1"><c r="A1"><v>1</v></c></row>', "damaged"],
    ["a cell without end", `<row r="1">${wordsCell("A1", "x".repeat(500_000))}</row>`, "too-large"],
    ["forty megabytes", `<row r="1">${wordsCell("A1", "x".repeat(40_000)).repeat(1000)}</row>`, "too-large"],
  ])("with %s is refused", async (_, rows, problem) => {
    expect(await rowsOf(zipOf(workbookParts(rows)))).toBe(problem);
  });

  test("which is a Word file, an archive of nothing, or cut off, is refused", async () => {
    expect(await rowsOf(zipOf({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>" }))).toBe("not-a-sheet");
    expect(await rowsOf(zipOf({}))).toBe("not-a-sheet");
    expect(await rowsOf(workbookOf(plain).subarray(0, 300))).toBe("damaged");
  });
});

test.each([
  ["nothing", new Uint8Array(), "empty"],
  ["empty lines", bytesOf("\n,,\n"), "empty"],
  ["an old Excel file", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "not-a-sheet"],
  ["too many rows", bytesOf("a,b\n".repeat(10_001)), "too-many-rows"],
  ["too many columns", bytesOf(`${"a,".repeat(100)}b`), "too-many-columns"],
  ["eleven megabytes", new Uint8Array(11 * 1024 * 1024).fill(97), "too-large"],
])("%s is a problem with a name", async (_, bytes, problem) => {
  expect(await rowsOf(bytes)).toBe(problem);
});

describe("laws", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "é", ",", ";", '"', "\n", "\t", " ", "€", "文"), maxLength: 12 });
  const expected = (rows: readonly (readonly string[])[]) => rows.map((row) => row.map((text) => text.trim()));
  const filled = fc
    .array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 })
    .map((rows) => rows.map((row) => ["x", ...row.slice(1, -1), "y"]));

  test("what is written as CSV with a named delimiter is read again", async () => {
    await fc.assert(
      fc.asyncProperty(filled, fc.constantFrom(",", ";", "\t"), async (rows, delimiter) => {
        const text = `sep=${delimiter}\n${Papa.unparse(rows, { delimiter, newline: "\n" })}`;
        expect(await rowsOf(bytesOf(text))).toEqual(expected(rows));
      }),
      { numRuns: 100 },
    );
  });

  test("what is written as a workbook is read again", async () => {
    await fc.assert(
      fc.asyncProperty(filled, async (rows) => {
        expect(await rowsOf(workbookOf(rows))).toEqual(expected(rows));
      }),
      { numRuns: 40 },
    );
  });

  test("arbitrary bytes never throw, and what they give can be kept", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, isZip) => {
        const rows = await rowsOf(isZip ? Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes]) : bytes);
        if (typeof rows !== "string")
          expect(rows.flat().every((text) => text.isWellFormed() && !text.includes("\0"))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("a workbook with some bytes changed never throws", async () => {
    const valid = workbookOf(plain);
    const change = fc.tuple(fc.nat({ max: valid.length - 1 }), fc.nat({ max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const bytes = Uint8Array.from(valid);
        for (const [at, byte] of changes) bytes[at] = byte;
        const rows = await rowsOf(bytes);
        expect(typeof rows === "string" || Array.isArray(rows)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test("a sheet whose XML is broken anywhere never throws", async () => {
    const parts = workbookParts(`<row r="1">${wordsCell("A1", "x")}<c r="B1" s="1"><v>45415</v></c></row>`);
    const soup = fc.array(fc.constantFrom("<c", 'r="', "A1", '"', ">", "</c>", "<row>", "<v>", "9e99", "&", "<is>"), {
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(parts)), fc.nat({ max: 400 }), soup, async (name, at, pieces) => {
        const text = parts[name] ?? "";
        const broken =
          text.slice(0, at % (text.length + 1)) + pieces.join("") + text.slice((at + 3) % (text.length + 1));
        const rows = await rowsOf(zipOf({ ...parts, [name]: broken }));
        expect(typeof rows === "string" || Array.isArray(rows)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
