import type { ClaimState } from "#lib/domain/claim.ts";

export const relationKinds = ["split", "merge", "same"] as const;
export type RelationKind = (typeof relationKinds)[number];

/** A claim to choose from: to merge, or to call the same. `quote` are its words in the newest version. */
export type RelatedChoice = {
  readonly id: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly number: number;
  readonly statement: string;
  readonly quote: string;
  /** Null for a reader who must not learn what was judged there. */
  readonly state: ClaimState | null;
  /** What its verdict says; null without one, or for a reader who must not learn it. */
  readonly verdict: string | null;
};

/**
 * What ties a claim to another. `isLeading`: the other was split off this one, was merged into it, or takes its verdict
 * from this one; otherwise the other way round.
 */
export type RelationView = {
  readonly id: string;
  readonly kind: RelationKind;
  readonly isLeading: boolean;
  readonly claim: {
    readonly id: string;
    readonly articleId: string;
    readonly articleTitle: string;
    readonly number: number;
    readonly statement: string;
    /** Null for a reader who must not learn what was judged there. */
    readonly state: ClaimState | null;
  };
  /** For `same`: the leading claim has a verdict that the other has not taken over. */
  readonly isBehind: boolean;
  /** For `same`, seen from the leading claim: what is under review at the other is this claim's present verdict. */
  readonly isShared: boolean;
};
