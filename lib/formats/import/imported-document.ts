import type { BlockDraft } from "#lib/domain/block.ts";

/** A value the document gives about itself, and where it stood, as words for the editor. */
export type Found = { readonly value: string; readonly from: string };

/** The names of those who wrote it, one by one. */
export type FoundNames = { readonly value: readonly string[]; readonly from: string };

/**
 * `published` and `modified` are ISO 8601, a day (YYYY-MM-DD) or a day with a time and its zone as the publisher wrote
 * it; `address` (the canonical one) and `image` are http or https; `language` is a BCP 47 tag. None of it is to be trusted.
 */
export type ImportedMetadata = {
  readonly title: Found | null;
  readonly byline: FoundNames | null;
  readonly publisher: Found | null;
  readonly published: Found | null;
  readonly modified: Found | null;
  readonly address: Found | null;
  readonly language: Found | null;
  readonly section: Found | null;
  readonly image: Found | null;
};

/** A block that was not taken: it stood before the block of that index, and after the last where there is none. */
export type DroppedBlock = {
  readonly before: number;
  readonly block: BlockDraft;
  readonly why: "title" | "outside";
};

/** What somebody wrote about words of the document; marks of type "note" say which words, by `id`. `at` is ISO 8601 or "". */
export type ImportedNote = {
  readonly id: string;
  readonly kind: "comment" | "footnote" | "insertion" | "deletion";
  readonly by: string;
  readonly at: string;
  readonly text: string;
  readonly replies: readonly { readonly by: string; readonly at: string; readonly text: string }[];
};

export const documentFormats = [
  "html",
  "mhtml",
  "markdown",
  "text",
  "subtitles",
  "docx",
  "odt",
  "pdf",
  "epub",
] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/**
 * What an import yields: draft blocks in reading order, and what was not taken (at most 1,000 blocks). `warnings` are
 * sentences for the editor.
 */
export type ImportedDocument = {
  readonly blocks: readonly BlockDraft[];
  readonly metadata: ImportedMetadata;
  readonly format: DocumentFormat;
  readonly dropped: readonly DroppedBlock[];
  readonly notes: readonly ImportedNote[];
  readonly warnings: readonly string[];
  /** Set where the document has tracked changes, whatever was done with them. */
  readonly hasTrackedChanges?: boolean;
};

/**
 * `bytes` are those of a text, a page or the page in a container, `containerBytes` those of a PDF, an office file, a book
 * or a saved page, `inflatedBytes` what comes out of a gzip wrapper. `characters` are UTF-16 code units of the text that
 * was read, `elements` are those of one HTML page.
 */
export const importLimits = {
  bytes: 10 * 1024 * 1024,
  containerBytes: 50 * 1024 * 1024,
  inflatedBytes: 64 * 1024 * 1024,
  characters: 2_000_000,
  blocks: 20_000,
  elements: 400_000,
} as const;

export const noMetadata: ImportedMetadata = {
  title: null,
  byline: null,
  publisher: null,
  published: null,
  modified: null,
  address: null,
  language: null,
  section: null,
  image: null,
};
