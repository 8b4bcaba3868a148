/** What a block of an article is. A table row's cells are separated by a tab. */
export const blockTypes = [
  "heading",
  "paragraph",
  "quotation",
  "list-item",
  "caption",
  "table-row",
  "code",
  "footnote",
] as const;
export type BlockType = (typeof blockTypes)[number];

export const markTypes = ["emphasis", "strong", "link", "subscript", "superscript"] as const;
export type MarkType = (typeof markTypes)[number];

/** An inline mark on a run of a draft block; `href` only on links, absolute http, https or mailto. */
export type RunMark = { readonly type: Exclude<MarkType, "link"> } | { readonly type: "link"; readonly href: string };

/** On a draft, also the words that a note of the document is about, by the note's id; frozen blocks have none. */
export type DraftMark = RunMark | { readonly type: "note"; readonly id: string };

export type Run = { readonly text: string; readonly marks: readonly DraftMark[] };

/** Where a block stood in what was imported: a page of paper, from 1, or a stretch of a recording, in milliseconds. */
export type BlockPlace = { readonly page: number } | { readonly from: number; readonly to: number };

/** A block as a format's reader yields it: runs in reading order, not yet normalised. `level` (1 to 6) only on headings. */
export type BlockDraft = {
  readonly type: BlockType;
  readonly level?: number;
  readonly place?: BlockPlace;
  readonly runs: readonly Run[];
};

/** A mark of a frozen block: `[start, end)` in the version's text, UTF-16 code units. */
export type InlineMark = RunMark & { readonly start: number; readonly end: number };

export type Direction = "ltr" | "rtl";

/** A block of a version: `[start, end)` in the version's text, UTF-16 code units. */
export type Block = {
  readonly index: number;
  readonly type: BlockType;
  readonly level: number | null;
  readonly start: number;
  readonly end: number;
  readonly dir: Direction;
  readonly place?: BlockPlace | undefined;
  readonly marks: readonly InlineMark[];
};
