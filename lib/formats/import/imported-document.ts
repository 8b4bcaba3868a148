import type { BlockDraft } from "#lib/domain/block.ts";

/** A value the document gives about itself, and where it stood, as words for the editor. */
export type Found = { readonly value: string; readonly from: string };

/** `publishedOn` is YYYY-MM-DD, `address` is http or https, `language` is a BCP 47 tag. None of it is to be trusted. */
export type ImportedMetadata = {
  readonly title: Found | null;
  readonly byline: Found | null;
  readonly publisher: Found | null;
  readonly publishedOn: Found | null;
  readonly address: Found | null;
  readonly language: Found | null;
};

/**
 * What an import yields: draft blocks in reading order. `leftOut` holds short texts of what the page had besides (at
 * most 50), `warnings` sentences for the editor.
 */
export type ImportedDocument = {
  readonly blocks: readonly BlockDraft[];
  readonly metadata: ImportedMetadata;
  readonly format: "html" | "markdown" | "text";
  readonly leftOut: readonly string[];
  readonly warnings: readonly string[];
};

/** `characters` are UTF-16 code units of the text that was read, `elements` are those of one HTML page. */
export const importLimits = {
  bytes: 10 * 1024 * 1024,
  characters: 2_000_000,
  blocks: 20_000,
  elements: 400_000,
} as const;

export const noMetadata: ImportedMetadata = {
  title: null,
  byline: null,
  publisher: null,
  publishedOn: null,
  address: null,
  language: null,
};
