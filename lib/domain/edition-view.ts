import type { SignedEdition } from "#lib/domain/edition.ts";
import type { EditionDifference } from "#lib/domain/edition-difference.ts";
import type { EditionRow } from "#lib/domain/edition-preview.ts";
import type { Publication } from "#lib/domain/publication.ts";

/** One edition as the desk looks at it, and what became of it since. Times are ISO 8601. */
export type EditionView = {
  readonly articleId: string;
  readonly signed: SignedEdition;
  readonly newest: Pick<EditionRow, "id" | "number" | "isWithdrawal">;
  /** The edition that this one replaced, with what differs; null for the first that the reader may see. */
  readonly replaced: { readonly id: string; readonly number: number; readonly difference: EditionDifference } | null;
  readonly publication: Publication;
  readonly isUnderEmbargo: boolean;
  /** The numbers of the claims whose source it names though that is confidential now: nobody outside reads it then. */
  readonly heldFor: readonly number[];
  /** Of the key that signed it. */
  readonly keyRevokedAt: string | null;
};
