import type { SignedEdition } from "#lib/domain/edition.ts";
import { changeTable } from "#lib/formats/tables/change-table.ts";
import { writeCsv } from "#lib/formats/tables/edition-csv.ts";

/** The change list for the writer as CSV: what stands there, what to write instead, why, and what was answered. */
export function editionToChanges(signed: SignedEdition): string {
  return writeCsv(changeTable(signed.edition), signed);
}
