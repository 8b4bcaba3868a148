import type { BlockType } from "#lib/domain/block.ts";

/** What a paragraph is. `outside` ones are no part of the text (a table of contents), `isTitle` names the document. */
export type ParagraphKind = {
  readonly type: BlockType;
  readonly level?: number;
  readonly outside?: boolean;
  readonly isTitle?: boolean;
};

export const plainParagraph: ParagraphKind = { type: "paragraph" };

const kinds: readonly (readonly [RegExp, ParagraphKind])[] = [
  [/^title$/, { type: "heading", level: 1, isTitle: true }],
  [/^(?:intense )?quote$|^quotations?$|^block (?:text|quote|quotation)$/, { type: "quotation" }],
  [/^(?:(?:image|table|figure) )?caption$/, { type: "caption" }],
  [
    /^(?:html preformatted|preformatted text|macro text|(?:source |program )?(?:code|listing)(?: block)?|verbatim)$/,
    { type: "code" },
  ],
  [/^(?:toc|contents|table of contents|index)(?: (?:heading|\d+))$/, { type: "paragraph", outside: true }],
  [/^stet report(?: (?:title|heading|notice|source))?$/, { type: "paragraph", outside: true }],
  [/^stet table row$/, { type: "table-row" }],
  [/^stet footnote$/, { type: "footnote" }],
  [/^(?:list|numbering)(?: (?:bullet|number|continue))?(?: \d)?(?: (?:start|cont\.|end))?$/, { type: "list-item" }],
];

/**
 * What the built-in styles of Word, LibreOffice and Pandoc are for, by their English name, and those of the annotated
 * drafts that Stet writes; null for all others.
 */
export function kindOfStyleName(name: string): ParagraphKind | null {
  const plain = name.replaceAll("_20_", " ").trim().toLowerCase();
  const level = /^heading ([1-9])$/.exec(plain)?.[1];
  if (level !== undefined) return headingOf(Number(level));
  return kinds.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** Levels below the sixth are the sixth. */
export function headingOf(level: number): ParagraphKind {
  return { type: "heading", level: Math.min(6, Math.max(1, level)) };
}
