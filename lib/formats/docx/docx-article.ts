import type { FileChild } from "docx";
import { HeadingLevel, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import type { Block } from "#lib/domain/block.ts";
import type { Span } from "#lib/domain/span.ts";
import type { WordFootnotes } from "#lib/formats/docx/docx-footnotes.ts";
import { type InlineWriter, inlineWriter, type PlacedClaim } from "#lib/formats/docx/docx-inline.ts";
import { bulletList, paragraphStyles } from "#lib/formats/docx/docx-styles.ts";
import { cellsOf, groupsOf } from "#lib/formats/report/article-pieces.ts";

type Article = {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly claims: readonly PlacedClaim[];
  readonly footnotes: WordFootnotes;
};

type WrittenArticle = { readonly body: readonly FileChild[]; readonly footnotes: ReadonlyMap<number, Paragraph> };

/** The blocks of an article as Word has them, with the claims' comments around their words. */
export function writeArticle({ text, blocks, claims, footnotes }: Article): WrittenArticle {
  const write = inlineWriter(text, claims, footnotes);
  const first = footnotes.notes.get(1)?.index;
  const inText = first === undefined ? blocks : blocks.filter(({ index }) => index < first);
  const body: FileChild[] = [];
  let before: Block | undefined;
  for (const group of groupsOf(inText)) {
    const [block] = group;
    // listings that follow each other would be one
    if (block?.type === "code" && before?.type === "code") body.push(new Paragraph({}));
    if (block?.type === "table-row") body.push(tableOf(text, group, write));
    else body.push(...group.map((each) => paragraphOf(each, write)));
    before = block;
  }
  const notes = [...footnotes.notes].map(([number, note]) => {
    const children = [new TextRun(" "), ...write(note, note.marks)];
    return [number, new Paragraph({ style: "FootnoteText", ...direction(note), children })] as const;
  });
  return { body, footnotes: new Map(notes) };
}

function direction({ dir }: Pick<Block, "dir">): { readonly bidirectional?: boolean } {
  return dir === "rtl" ? { bidirectional: true } : {};
}

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

function paragraphOf(block: Block, write: InlineWriter): Paragraph {
  return new Paragraph({ ...direction(block), ...kindOf(block), children: write(block, block.marks) });
}

function kindOf({ type, level }: Block) {
  switch (type) {
    case "heading":
      return { heading: headings[(level ?? 2) - 1] ?? HeadingLevel.HEADING_2 };
    case "quotation":
      return { style: paragraphStyles.quotation };
    case "caption":
      return { style: paragraphStyles.caption };
    case "code":
      return { style: paragraphStyles.code };
    case "footnote":
      return { style: paragraphStyles.footnote };
    case "list-item":
      return { style: paragraphStyles.item, numbering: { reference: bulletList, level: 0 } };
    case "paragraph":
    case "table-row":
      return {};
  }
}

/** What a page holds between its margins, in twentieths of a point. */
const pageWidth = 9026;

function tableOf(text: string, rows: readonly Block[], write: InlineWriter): Table {
  const all = rows.map((row) => ({ row, cells: cellsOf(text, row) }));
  const columns = Math.max(1, ...all.map(({ cells }) => cells.length));
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: Array.from({ length: columns }, () => Math.floor(pageWidth / columns)),
    ...(rows[0]?.dir === "rtl" ? { visuallyRightToLeft: true } : {}),
    tableLook: { firstRow: rows.length > 1 },
    rows: all.map(
      ({ row, cells }, index) =>
        new TableRow({
          cantSplit: true,
          ...(index === 0 && rows.length > 1 ? { tableHeader: true } : {}),
          children: cells.map((cell, place) =>
            cellOf(cell, { row, write, span: spanOf(place, cells.length, columns) }),
          ),
        }),
    ),
  });
}

/** The last cell of a row that is shorter than others reaches to the end of the table. */
function spanOf(place: number, cells: number, columns: number): number {
  return place === cells - 1 ? columns - place : 1;
}

type InRow = { readonly row: Block; readonly write: InlineWriter; readonly span: number };

function cellOf(cell: Span, { row, write, span }: InRow): TableCell {
  const marks = row.marks.filter(({ start, end }) => start < cell.end && end > cell.start);
  return new TableCell({
    ...(span > 1 ? { columnSpan: span } : {}),
    children: [new Paragraph({ style: paragraphStyles.cell, ...direction(row), children: write(cell, marks) })],
  });
}
