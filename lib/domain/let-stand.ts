import { type Basis, basisChanges } from "#lib/domain/basis.ts";
import type { RatingView } from "#lib/domain/views.ts";

/** How many verdicts are let stand again at once. */
export const mostLetStand = 100;

/** Whether the paragraphs around the words are all that differs, or nothing does any more. */
export function onlySurroundingsChanged(then: Basis, now: Basis): boolean {
  return basisChanges(then, now).every((reason) => reason === "surroundings");
}

/** A lapsed verdict that can stand again. */
export type SurroundingsRow = {
  readonly claimId: string;
  readonly revisionId: string;
  /** Of what the reader is shown: what a verdict rests on now. */
  readonly basisDigest: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly number: number;
  readonly statement: string;
  readonly quote: string;
  readonly rating: RatingView;
  readonly revisionNumber: number;
  readonly author: string;
  /** The paragraphs that the quote stands in, one line each, as a comparison folds them. */
  readonly before: string;
  readonly after: string;
  /** Why the reader cannot let it stand, in a sentence; null when they can. */
  readonly barredBy: string | null;
};

export type SurroundingsPage = { readonly rows: readonly SurroundingsRow[]; readonly next: string | null };

/** What became of each verdict that somebody asked for: it stands, waits for more votes, or stays stale, and why. */
export type LetStandResult = {
  readonly claimId: string;
  readonly number: number | null;
  readonly state: "approved" | "proposed" | "stale";
  readonly sentence: string;
};
