import writeWorkbook, { type Sheet } from "write-excel-file/node";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { canonicalJson } from "#lib/formats/canonical-json.ts";
import { referencesOf } from "#lib/formats/citations/edition-references.ts";
import { withPart } from "#lib/formats/edition/zip-part.ts";
import { type Voice, voiceOf } from "#lib/formats/report/voice.ts";
import { aboutTable } from "#lib/formats/tables/about-table.ts";
import { changeTable } from "#lib/formats/tables/change-table.ts";
import { claimTable } from "#lib/formats/tables/claim-table.ts";
import { evidenceTable, sourceTable } from "#lib/formats/tables/evidence-table.ts";
import { sheetFilters } from "#lib/formats/tables/sheet-filters.ts";
import { type SheetContent, sheetLinks } from "#lib/formats/tables/sheet-links.ts";
import type { Cell, Table } from "#lib/formats/tables/table.ts";

/**
 * The fact-check sheet as a workbook (ECMA-376): claims, evidence, sources, changes and what is to be said of the
 * edition, which comes first where something was corrected or withdrawn. Words are text cells, never formulas. The
 * signed edition is in it as `stet/edition.json`; the same edition gives the same bytes.
 */
export async function editionToXlsx(signed: SignedEdition): Promise<Uint8Array> {
  const { edition } = signed;
  const references = referencesOf(edition, "apa");
  const about = aboutTable(signed);
  const tables = [
    claimTable(edition, references),
    evidenceTable(edition, references),
    sourceTable(edition, references),
    changeTable(edition),
  ];
  const ordered = edition.change === null ? [...tables, about] : [about, ...tables];
  const voice = voiceOf(edition.language);
  const sheets = ordered.map((table) => sheetOf(table, voice));
  const zip = await writeWorkbook(sheets, {
    features: [sheetLinks(ordered), sheetFilters(ordered, [about])],
  }).toBuffer();
  const embedded = new TextEncoder().encode(canonicalJson(signed));
  return await withPart(zip, "stet/edition.json", embedded, new Date(edition.publishedAt));
}

type WrittenCell = NonNullable<Sheet<SheetContent>["data"][number][number]>;

function sheetOf({ name, columns, rows }: Table, { dir, words }: Voice): Sheet<SheetContent> {
  const header = columns.map(({ heading }): WrittenCell => {
    return { value: heading, type: String, fontWeight: "bold", backgroundColor: "#EDEDED", ...wrapped };
  });
  return {
    sheet: name,
    data: [header, ...rows.map((row) => row.map((cell) => written(cell, words.cutCell)))],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    rightToLeft: dir === "rtl",
    orientation: "landscape",
  };
}

const wrapped = { wrap: true, alignVertical: "top" } as const;

function written({ text, as }: Cell, cut: string): WrittenCell | null {
  if (text === "") return null;
  if (as === "number") return { value: Number(text), type: Number, ...wrapped };
  const day = as === "day" ? dayIn(text) : null;
  if (day !== null) return { value: day, type: Date, format: "yyyy-mm-dd", ...wrapped };
  const look = as === "link" ? ({ textColor: "#0B57D0" } as const) : {};
  return { value: plain(fitting(text, cut)), type: String, ...wrapped, ...look };
}

/** From when on every spreadsheet program counts days alike: some have a 29 February 1900, and none before that year. */
const firstDay = "1900-03-01";

/** Midnight UTC of a day that there is and that a cell can hold; null of any other, which stays in its words. */
function dayIn(text: string): Date | null {
  const day = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text)) return null;
  return text < firstDay ? null : day;
}

/** Words that look like an escaped letter, `_x0041_`, would be read as the letter (ECMA-376-1, 22.9.2.19). */
function plain(text: string): string {
  return text.replace(/_(?=x[\dA-Fa-f]{4}_)/gu, "_x005F_");
}

/** Spreadsheet programs keep 32,767 UTF-16 code units in a cell, and refuse the file for more. */
const longestCell = 32_767;

function fitting(text: string, cut: string): string {
  if (text.length <= longestCell) return text;
  return `${text.slice(0, longestCell - cut.length).replace(/[\uD800-\uDBFF]$/u, "")}${cut}`;
}
