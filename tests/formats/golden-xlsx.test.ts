import { readFile } from "node:fs/promises";
import { join } from "node:path";
import Papa from "papaparse";
import readWorkbook from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { composeText } from "#lib/domain/text.ts";
import { attributeOf } from "#lib/formats/import/word/xml-part.ts";
import { editionToXlsx } from "#lib/formats/tables/edition-xlsx.ts";
import { everyElement, xmlPartsOf } from "#tests/formats/docx-parts.ts";
import { signedEdition } from "#tests/formats/edition-fixture.ts";
import { correctedWorkbook } from "#tests/formats/golden-corrected-workbook.ts";
import { dangerousWorkbook, type GoldenWorkbook, type Held } from "#tests/formats/golden-workbook.ts";
import { converted, kept, testWith } from "#tests/formats/outside-readers.ts";
import { draft, reportWith, someClaim } from "#tests/formats/report-fixture.ts";

const workbooks = [["a correction", correctedWorkbook()] as const, ["dangerous words", dangerousWorkbook()] as const];

/** Every sheet by `read-excel-file`, each cell as the kind of value that the workbook says it is. */
async function sheetsIn(bytes: Uint8Array) {
  const sheets = await readWorkbook(Buffer.from(bytes), { trim: false });
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(inUnixLines)) }));
}

/** A carriage return in XML is a line feed to whoever reads it (XML 1.0, section 2.11), and this reader keeps it. */
function inUnixLines(cell: unknown): unknown {
  return typeof cell === "string" ? cell.replace(/\r\n?/gu, "\n") : cell;
}

function expected({ sheets }: GoldenWorkbook) {
  return sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(inUnixLines)) }));
}

/** What a spreadsheet program shows of a cell. */
function shown(cell: Held): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null ? "" : String(inUnixLines(cell));
}

/** Cells by their names ("B2") in the sheets of the package, with the reader's words for them. */
async function cellsWithLinks(bytes: Uint8Array) {
  const parts = await xmlPartsOf(bytes);
  return (await sheetsIn(bytes)).map(({ rows }, index) => {
    const sheet = parts.get(`xl/worksheets/sheet${index + 1}.xml`);
    const relations = everyElement(parts.get(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`), "Relationship");
    const targets = new Map(relations.map((each) => [attributeOf(each, "Id"), attributeOf(each, "Target")]));
    const links = everyElement(sheet, "hyperlink").map((each) => {
      return [attributeOf(each, "ref"), targets.get(attributeOf(each, "r:id"))];
    });
    const addresses = rows.flatMap((row, down) =>
      row.flatMap((cell, across) =>
        typeof cell === "string" && /^https?:\/\/\S+$/u.test(cell)
          ? [[`${String.fromCharCode(65 + across)}${down + 1}`, new URL(cell).href]]
          : [],
      ),
    );
    return { links, addresses };
  });
}

describe.each(workbooks)("the workbook of %s", (name, golden) => {
  test("holds in every cell of every sheet what the edition says, read by another library", async () => {
    expect(await sheetsIn(await editionToXlsx(golden.signed))).toEqual(expected(golden));
  });

  test("leads from every address to that address, and from no other cell", async () => {
    const sheets = await cellsWithLinks(await editionToXlsx(golden.signed));
    for (const { links, addresses } of sheets) expect(links).toEqual(addresses);
    expect(sheets.flatMap(({ links }) => links).length).toBeGreaterThan(5);
  });

  test("has no formula, no macro and nothing from outside: its cells are words and numbers", async () => {
    const parts = await xmlPartsOf(await editionToXlsx(golden.signed));
    const sheets = [...parts].filter(([name]) => name.startsWith("xl/worksheets/sheet"));
    expect(sheets).toHaveLength(5);
    for (const [, sheet] of sheets) {
      expect(everyElement(sheet, "f")).toEqual([]);
      const kinds = everyElement(sheet, "c").map((cell) => attributeOf(cell, "t") ?? "n");
      expect(kinds.filter((kind) => !["s", "n"].includes(kind))).toEqual([]);
    }
    expect([...parts.keys()].filter((name) => /external|vba|connection|query|embed|macro/iu.test(name))).toEqual([]);
  });

  testWith(
    "LibreOffice Calc",
    `the workbook of ${name} shows in LibreOffice what the edition says, sheet by sheet`,
    async (folder) => {
      const path = await kept(folder, "book.xlsx", await editionToXlsx(golden.signed));
      const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
      await converted(folder, { path, filter, result: `book-${golden.sheets[0]?.name}.csv` });
      for (const { name: sheet, rows } of golden.sheets) {
        const csv = await readFile(join(folder, `book-${sheet}.csv`), "utf8");
        const { data } = Papa.parse<string[]>(csv.replace(/\n$/u, ""));
        expect(data.map((row) => row.map(inUnixLines))).toEqual(rows.map((row) => row.map(shown)));
      }
    },
  );
});

// In a workbook `_x0041_` is an A (ECMA-376-1, 22.9.2.19), unless its first line is written as `_x005F_`.
test("what reads like an escaped letter stays as it was written", async () => {
  const golden = dangerousWorkbook(["_x0041_", "a_x000D_b", "https://a.example/all_x0020_files.pdf", "_x005F_x003D_1"]);
  expect(await sheetsIn(await editionToXlsx(golden.signed))).toEqual(expected(golden));
});

// Excel counts days from 1900 with a 29 February that never was, and shows none of an earlier day but crosses.
test.each(["1848-03-01", "1899-12-31", "1900-02-28"])(
  "a day that not every spreadsheet program has stays in its words: %s",
  async (saidOn) => {
    const report = reportWith(composeText([draft("Quote 1")]), [someClaim(1, { saidOn })]);
    const [claims] = await sheetsIn(await editionToXlsx(signedEdition(report)));
    expect(claims?.rows[1]?.[6]).toBe(saidOn);
  },
);
