import readWorkbookFile from "read-excel-file/node";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import { openArchive } from "#lib/formats/import/archive.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import { type ReadSheet, type SheetProblem, sheetLimits } from "#lib/formats/sheets/sheet-problem.ts";

/** The sheets of an XLSX workbook (ECMA-376). Its parts are inflated once to be counted before anything reads them. */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<ReadSheet[], SheetProblem>> {
  const checked = await checkParts(bytes);
  if (!checked.ok) return checked;
  try {
    const sheets = await readWorkbookFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      trim: false,
      parseNumber: (text) => text,
    });
    return ok(
      sheets.map(({ sheet, data }) => ({
        name: sheet,
        rows: data
          .slice(0, sheetLimits.rows + 2)
          .map((row) => row.slice(0, sheetLimits.columns + 1).map((cell) => cellText(cell))),
      })),
    );
  } catch {
    return err("damaged"); // Whatever the library says about a broken workbook; nothing of it helps its reader.
  }
}

const read = /\.(?:xml|rels)$/iu;
const declared = Buffer.from("<!DOCTYPE");
const declaredWide = Buffer.from("<!DOCTYPE", "utf16le");

async function checkParts(bytes: Uint8Array): Promise<Result<null, SheetProblem>> {
  const archive = await openArchive(bytes);
  if (!archive.ok) return err(problemOf(archive.error));
  const { names } = archive.value;
  if (!names.includes("[Content_Types].xml") || !names.some((name) => /^xl\/workbook\.xml$/iu.test(name))) {
    return err("not-a-sheet");
  }
  let inflated = 0;
  for (const name of names) {
    const part = await archive.value.read(name);
    if (!part.ok) return err(problemOf(part.error));
    const content = Buffer.from(part.value ?? []);
    inflated += content.byteLength;
    if (inflated > sheetLimits.inflated) return err("too-large");
    // No spreadsheet program writes one, and entities can be told to grow.
    if (read.test(name) && (content.includes(declared) || content.includes(declaredWide))) return err("damaged");
    const size = /\.xml$/iu.test(name) ? checkCells(content.toString("latin1")) : null;
    if (size !== null) return err(size);
  }
  return ok(null);
}

/** Many times the longest cell; the reader's time grows faster than a longer one. */
const longestStretch = 400_000;
const cellStart = /<(?:\w+:)?c[\s/>]/gu;
const reference = /\sr\s*=\s*["']([A-Za-z]{0,4})(\d{1,12}|&#)/gu;

/** The reader makes every cell up to the farthest one: a single one at XFD1048576 would be seventeen thousand million. */
function checkCells(xml: string): SheetProblem | null {
  for (const [, column = "", row = ""] of xml.matchAll(reference)) {
    if (row === "&#") return "damaged";
    if (Number(row) > sheetLimits.rows) return "too-many-rows";
    if (columnNumber(column) > sheetLimits.columns) return "too-many-columns";
  }
  for (let from = 0, next = 0; next !== -1; from = next + 1) {
    next = xml.indexOf("<", from);
    if ((next === -1 ? xml.length : next) - from > longestStretch) return "too-large";
  }
  let cells = 0;
  for (const _ of xml.matchAll(cellStart)) cells += 1;
  return cells > sheetLimits.rows * sheetLimits.columns ? "too-large" : null;
}

/** A is 1, Z is 26, AA is 27. */
function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function problemOf({ kind }: ImportProblem): SheetProblem {
  if (kind === "encrypted") return "encrypted";
  return kind === "too-large" || kind === "too-complex" ? "too-large" : "damaged";
}

/** Dates have no zone in a workbook; the library gives them as UTC. A time of day is kept where there is one. */
function cellText(cell: unknown): string {
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return "";
    const iso = cell.toISOString();
    return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.slice(0, 16).replace("T", " ");
  }
  if (typeof cell === "string") return withoutNoise(cell);
  return typeof cell === "boolean" ? (cell ? "TRUE" : "FALSE") : "";
}

/** A number as its shortest form: workbooks hold 0.1 + 0.2 as 0.30000000000000004. */
function withoutNoise(text: string): string {
  if (!/^-?\d+\.\d{15,}$/u.test(text)) return text;
  return String(Number(Number(text).toPrecision(15)));
}
