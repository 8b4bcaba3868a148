import type { ClaimState } from "#lib/domain/claim.ts";

export const relationKinds = ["split", "merge", "same"] as const;
export type RelationKind = (typeof relationKinds)[number];

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
    readonly state: ClaimState;
  };
  /** For `same`: the other has a newer verdict than the one that was taken over. */
  readonly isBehind: boolean;
};
