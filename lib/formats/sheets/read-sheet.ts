import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import { cleanCell } from "#lib/formats/sheets/clean-cell.ts";
import { readDelimited } from "#lib/formats/sheets/read-delimited.ts";
import { readWorkbook } from "#lib/formats/sheets/read-workbook.ts";
import { type ReadSheet, type ReadSheets, type SheetProblem, sheetLimits } from "#lib/formats/sheets/sheet-problem.ts";

/**
 * Reads a sheet of at most 10 MB: XLSX, or text with commas, semicolons, tabs or bars between its cells (RFC 4180, any
 * charset). The content decides which, the name names the sheet. Rows of nothing at the end are dropped, dates are ISO
 * 8601, formulas their last value. At most 10,000 rows and 100 columns. Never throws, whatever the bytes.
 */
export async function readSheet(bytes: Uint8Array, fileName: string): Promise<Result<ReadSheets, SheetProblem>> {
  if (bytes.byteLength === 0) return err("empty");
  if (bytes.byteLength > sheetLimits.bytes) return err("too-large");
  const name = fileName.replace(/\.[a-z]{2,5}$/iu, "");
  const read = isZip(bytes) ? await readWorkbook(bytes) : readDelimited(bytes, name);
  if (!read.ok) return read;
  const sheets: ReadSheet[] = [];
  for (const sheet of read.value.slice(0, sheetLimits.sheets)) {
    const rows = trimmed(sheet.rows);
    if (rows.length > sheetLimits.rows) return err("too-many-rows");
    if (rows.some((row) => row.length > sheetLimits.columns)) return err("too-many-columns");
    if (rows.length > 0) sheets.push({ name: cleanCell(sheet.name).slice(0, 100), rows });
  }
  return sheets.length === 0 ? err("empty") : ok({ sheets });
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Without empty cells at the end of rows, and empty rows at the end. */
function trimmed(rows: readonly (readonly string[])[]): string[][] {
  const cleaned = rows.map((row) => {
    const cells = row.map(cleanCell);
    return cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);
  });
  return cleaned.slice(0, cleaned.findLastIndex((row) => row.length > 0) + 1);
}
