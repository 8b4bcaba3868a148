import Papa from "papaparse";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { referencesOf } from "#lib/formats/citations/edition-references.ts";
import { voiceOf } from "#lib/formats/report/voice.ts";
import { claimTable } from "#lib/formats/tables/claim-table.ts";
import { changeSentence, editionLine } from "#lib/formats/tables/edition-lines.ts";
import { guardFormulas } from "#lib/formats/tables/formula-guard.ts";
import { type Table, words } from "#lib/formats/tables/table.ts";

/** The fact-check sheet as CSV: one row a claim under its columns. */
export function editionToCsv(signed: SignedEdition): string {
  return writeCsv(claimTable(signed.edition, referencesOf(signed.edition, "apa")), signed);
}

/**
 * CSV after RFC 4180 with a byte order mark, which spreadsheet programs want to see before they read UTF-8, and safe
 * against formulas. The edition stands in a last column of every row, after what it changed or took back; where there are
 * no rows, one says so in that column.
 */
export function writeCsv({ columns, rows }: Table, signed: SignedEdition): string {
  const { words: own } = voiceOf(signed.edition.language);
  const said = [changeSentence(signed.edition), rows.length === 0 ? own.nothingListed : "", editionLine(signed)];
  const line = words(said.filter((each) => each !== "").join(" "));
  const listed = rows.length === 0 ? [columns.map(() => words(""))] : rows;
  const headings = [...columns.map(({ heading }) => heading), own.edition];
  const cells = listed.map((row) => [...row, line].map(({ text }) => guardFormulas(text)));
  return `\uFEFF${Papa.unparse([headings, ...cells], { newline: "\r\n" })}\r\n`;
}
