import { parseDoi } from "#lib/domain/doi.ts";
import type { SourceView } from "#lib/domain/evidence-views.ts";
import { parseIsbn } from "#lib/domain/isbn.ts";
import { comparableAddress } from "#lib/domain/same-address.ts";

/** What names a source wherever it is cited. */
export type SourceName = "address" | "doi" | "isbn";

/** Whether what was typed into a field, however it is written, names this source. */
export function isNamedBy(source: SourceView, { by, typed }: { by: SourceName; typed: string }): boolean {
  switch (by) {
    case "address": {
      const address = comparableAddress(typed.trim());
      return address !== null && address === comparableAddress(source.address);
    }
    case "doi":
      return source.doi !== "" && parseDoi(typed) === source.doi;
    case "isbn":
      return source.isbn !== "" && parseIsbn(typed) === source.isbn;
  }
}

/** Whether it is a whole address, DOI or ISBN that names this source. */
export function isNamed(source: SourceView, typed: string): boolean {
  return (["doi", "isbn", "address"] as const).some((by) => isNamedBy(source, { by, typed }));
}
