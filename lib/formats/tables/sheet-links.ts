import type { Blob } from "node:buffer";
import type Stream from "node:stream";
import type { Feature } from "write-excel-file/node";
import { getCellAddress, sanitizeAttributeValue } from "write-excel-file/utility";
import type { Table } from "#lib/formats/tables/table.ts";

/** What the library takes for the content of a file, such as a picture; nothing here has any. */
export type SheetContent = Stream | Buffer | Blob;

type Link = { readonly id: string; readonly cell: string; readonly address: string };

/** No spreadsheet program follows a longer one, UTF-16 code units. */
const longestAddress = 2_079;
const relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

/** Makes links of the cells that are links (ECMA-376-1, 18.3.1.47); the library writes none by itself, only formulas. */
export function sheetLinks(tables: readonly Table[]): Feature<SheetContent> {
  const links = tables.map(linksOf);
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, _, { sheetIndex }) => {
            const cells = (links[sheetIndex] ?? []).map(({ cell, id }) => `<hyperlink ref="${cell}" r:id="${id}"/>`);
            if (cells.length === 0) return xml;
            const margins = xml.lastIndexOf("<pageMargins");
            if (margins === -1) throw new Error("The library wrote a sheet without margins, before which links stand");
            return `${xml.slice(0, margins)}<hyperlinks>${cells.join("")}</hyperlinks>${xml.slice(margins)}`;
          },
        },
        "xl/worksheets/_rels/sheet{id}.xml.rels": {
          insert: (_, { sheetIndex }) =>
            (links[sheetIndex] ?? [])
              .map(({ id, address }) => {
                const target = sanitizeAttributeValue(address);
                return `<Relationship Id="${id}" Type="${relationship}" Target="${target}" TargetMode="External"/>`;
              })
              .join(""),
        },
      },
    },
  };
}

/** The first row is the header's. */
function linksOf({ rows }: Table): Link[] {
  return rows.flatMap((row, rowIndex) =>
    row.flatMap(({ text, as }, column) => {
      if (as !== "link" || text.length > longestAddress) return [];
      const id = `rId-link-${rowIndex + 1}-${column + 1}`;
      return [{ id, cell: getCellAddress(rowIndex + 1, column), address: new URL(text).href }];
    }),
  );
}
