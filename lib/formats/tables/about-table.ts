import type { SignedEdition } from "#lib/domain/edition.ts";
import { voiceOf } from "#lib/formats/report/voice.ts";
import { editionLines } from "#lib/formats/tables/edition-lines.ts";
import { type Cell, type Columns, columnsIn, count, day, link, type Table, words } from "#lib/formats/tables/table.ts";

const columns: Columns = [
  ["about", 24],
  ["value", 90],
];

/** What the workbook says of the edition itself, and how it is checked. */
export function aboutTable(signed: SignedEdition): Table {
  const voice = voiceOf(signed.edition.language);
  return {
    name: voice.words.about,
    columns: columnsIn(voice, columns),
    rows: editionLines(signed).map(({ name, value }) => [words(name), valueCell(value)]),
  };
}

function valueCell(value: string): Cell {
  if (/^(?:0|[1-9]\d{0,8})$/u.test(value)) return count(Number(value));
  return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? day(value) : link(value);
}
