import type { Report } from "#lib/domain/report.ts";

/** The shape of an edition; raised when a reader of it would have to change. */
export const editionSchema = "stet-edition-1";

export const reportTemplates = ["public", "editor", "writer"] as const;
/** For whom an edition is laid out: the same facts, in another order and fullness. */
export type ReportTemplate = (typeof reportTemplates)[number];

export const changeKinds = ["update", "correction", "withdrawal"] as const;
/** Why there is another edition: more was checked, an error was mended, or the check is taken back. */
export type EditionChange = {
  readonly kind: (typeof changeKinds)[number];
  readonly what: string;
  readonly why: string;
};

/** An edition that came before, as a later one names it. */
export type EarlierEdition = {
  readonly number: number;
  readonly publishedAt: string;
  /** SHA-256 of its document, in hexadecimal. */
  readonly digest: string;
  readonly change: EditionChange | null;
};

/**
 * Everything that is frozen, the one document behind every format. Its RFC 8785 form is what is digested and signed.
 * Times are ISO 8601 in UTC; addresses are "" where the desk has none.
 */
export type EditionDocument = {
  readonly schema: typeof editionSchema;
  readonly id: string;
  /** From 1, without a gap in an article. */
  readonly number: number;
  readonly desk: {
    readonly id: string;
    readonly name: string;
    readonly homepage: string;
    readonly correctionsPage: string;
    /** Where the desk's public keys are read. */
    readonly keys: string;
  };
  /** The public page of this edition; it stands in the document whether it is open or not. */
  readonly address: string;
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly template: ReportTemplate;
  /** BCP 47; the language of the report's own words. */
  readonly language: string;
  readonly summary: string;
  readonly method: string;
  /** Null in the first edition. */
  readonly change: EditionChange | null;
  /** Oldest first. */
  readonly earlier: readonly EarlierEdition[];
  /** `status` is `withdrawn` in the edition that takes the check back; claims that are not printed are not in it. */
  readonly report: Report;
  /** How many claims of the article the editor left out. */
  readonly leftOut: number;
  /** The head of the desk's audit chain just before it was published: its number and hash, in hexadecimal. */
  readonly audit: { readonly seq: number; readonly hash: string };
};

/**
 * An Ed25519 signature (RFC 8032) over the UTF-8 bytes of `stet-edition-1`, a line feed and the digest in hexadecimal.
 * `publicKey` and `signature` are base64url without padding.
 */
export type EditionProof = {
  readonly algorithm: "Ed25519";
  readonly keyId: string;
  readonly publicKey: string;
  readonly digest: string;
  readonly signature: string;
};

/**
 * The layout that files are written in now. Raised when any format gives other bytes for the same edition, so that a
 * file of before is not taken for a changed one; nobody signs it.
 */
export const editionLayout = 1;

/** What every exported file embeds or has beside it; `layout` is there in a file, and says in which one it was written. */
export type SignedEdition = {
  readonly edition: EditionDocument;
  readonly proof: EditionProof;
  readonly layout?: number;
};

/** The words that are signed. */
export function signedWords(digest: string): string {
  return `${editionSchema}\n${digest}`;
}

/** A public key of a desk, as its keys are published and handed to the verifier. */
export type PublishedKey = {
  readonly keyId: string;
  readonly publicKey: string;
  readonly createdAt: string;
  readonly retiredAt: string | null;
  readonly revokedAt: string | null;
  readonly revokedReason: string | null;
};

export const editionFormats = [
  "html",
  "pdf",
  "pdf-archive",
  "docx",
  "csv",
  "xlsx",
  "changes",
  "sources",
  "bibtex",
  "ris",
  "claimreview",
  "annotations",
  "markdown",
  "json",
] as const;
export type EditionFormat = (typeof editionFormats)[number];
