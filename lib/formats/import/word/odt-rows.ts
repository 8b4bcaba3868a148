import type { XmlElement } from "#lib/formats/import/xml.ts";
import { childrenOf } from "#lib/formats/import/xml.ts";

const groups = new Set(["table:table-header-rows", "table:table-rows", "table:table-row-group"]);
const cells = new Set(["table:table-cell", "table:covered-table-cell"]);

/** The rows of a table of an OpenDocument text, each as its cells. */
export function rowsOf(table: XmlElement): XmlElement[][] {
  return childrenOf(table).flatMap((child) => {
    if (child.name === "table:table-row") return [childrenOf(child).filter((cell) => cells.has(cell.name))];
    return groups.has(child.name) ? rowsOf(child) : [];
  });
}
