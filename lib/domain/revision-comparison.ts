import type { BasisComparison } from "#lib/domain/basis-comparison.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import type { RatingView } from "#lib/domain/views.ts";

/** One revision as a list to choose from names it. */
export type RevisionLine = {
  readonly id: string;
  readonly number: number;
  readonly rating: RatingView;
  readonly author: MemberView;
  readonly at: string;
};

export type ComparedRevision = RevisionLine & {
  readonly ratingId: string;
  readonly rationale: string;
  readonly asOf: string;
  readonly suggestedWording: string;
  readonly sentence: string;
  /** The version of the article that it was given on. */
  readonly versionNumber: number;
};

/** Two revisions of one claim's verdict, and what the later rests on that the earlier did not. */
export type RevisionComparison = {
  readonly claimId: string;
  readonly articleId: string;
  readonly number: number;
  readonly statement: string;
  readonly from: ComparedRevision;
  readonly to: ComparedRevision;
  readonly basis: BasisComparison;
  /** Titles of the sources that the evidence names, by id. */
  readonly sources: Readonly<Record<string, string>>;
  readonly revisions: readonly RevisionLine[];
};
