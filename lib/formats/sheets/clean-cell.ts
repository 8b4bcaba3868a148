import { written } from "#lib/domain/annotation.ts";
import { normalForm } from "#lib/domain/normal-form.ts";

/** No spreadsheet program keeps more in a cell, UTF-16 code units. */
const longestCell = 32_767;

/** A cell as text that can be kept: NFC, well-formed, without control characters, trimmed; cut at 32,767 units. */
export function cleanCell(cell: string): string {
  const text = written(cell.slice(0, longestCell)).replace(/\r\n?/g, "\n");
  return normalForm(text, "NFC").trim();
}
