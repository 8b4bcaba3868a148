import type { Feature } from "write-excel-file/node";
import { getCellAddress } from "write-excel-file/utility";
import type { SheetContent } from "#lib/formats/tables/sheet-links.ts";
import type { Table } from "#lib/formats/tables/table.ts";

const end = "</sheetData>";

/** Filter buttons on the heading of each table but those in `plain` (ECMA-376-1, 18.3.1.2). */
export function sheetFilters(tables: readonly Table[], plain: readonly Table[]): Feature<SheetContent> {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, _, { sheetIndex }) => {
            const table = tables[sheetIndex];
            if (table === undefined || plain.includes(table)) return xml;
            const at = xml.lastIndexOf(end);
            if (at === -1) throw new Error("The library wrote a sheet without data, after which filters stand");
            const after = at + end.length;
            const last = getCellAddress(table.rows.length, table.columns.length - 1);
            return `${xml.slice(0, after)}<autoFilter ref="A1:${last}"/>${xml.slice(after)}`;
          },
        },
      },
    },
  };
}
