import type { BlockContent, ListItem, PhrasingContent, RootContent } from "mdast";
import { paragraph, text } from "#lib/formats/report/markdown-text.ts";

/** A heading of a part of the edition. */
export function heading(words: string, depth: 1 | 2 | 3 = 2): RootContent {
  return { type: "heading", depth, children: [text(words)] };
}

/** A list of which every item is some blocks. */
export function listOf(items: readonly (readonly BlockContent[])[]): BlockContent {
  const children = items.map((blocks): ListItem => ({ type: "listItem", spread: false, children: [...blocks] }));
  return { type: "list", ordered: false, spread: false, children };
}

/** A table of words; each cell is one line. */
export function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): RootContent {
  const cells = (row: readonly string[]) => ({
    type: "tableRow" as const,
    children: row.map((cell) => ({ type: "tableCell" as const, children: [text(cell.trim())] })),
  });
  return { type: "table", align: heads.map(() => null), children: [cells(heads), ...rows.map(cells)] };
}

/** A link to an address inside the file. */
export function inside(slug: string, words: string): PhrasingContent {
  return { type: "link", url: `#${slug}`, children: [text(words)] };
}

/** A word in bold before what it names. */
export function labelled(label: string, ...rest: PhrasingContent[]) {
  return paragraph({ type: "strong", children: [text(label)] }, text(": "), ...rest);
}
