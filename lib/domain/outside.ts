import type { ClaimFields, ClaimState } from "#lib/domain/claim.ts";
import type { EvidenceKind, Stance } from "#lib/domain/evidence.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import type { Quorum } from "#lib/domain/quorum.ts";
import type { RatingToken } from "#lib/domain/rating.ts";
import type { Decision } from "#lib/domain/review.ts";
import type { Quote } from "#lib/domain/span.ts";

export const outsidePurposes = ["expert", "review"] as const;
export type OutsidePurpose = (typeof outsidePurposes)[number];

/** A link by which somebody from outside sees one claim, to say what they know or to review its verdict. */
export type InviteView = {
  readonly id: string;
  readonly person: MemberView;
  readonly purpose: OutsidePurpose;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly openedAt: string | null;
  readonly state: "open" | "expired" | "revoked";
};

/** A piece of evidence as it is shown to somebody from outside. Of a confidential source only how the desk describes it. */
export type OutsideEvidence = { readonly id: string; readonly stance: Stance; readonly kind: EvidenceKind } & (
  | { readonly confidential: true; readonly describedAs: string }
  | {
      readonly confidential: false;
      readonly title: string;
      readonly publication: string;
      readonly author: string;
      readonly publishedOn: string;
      readonly address: string;
      readonly passage: string;
      readonly locator: string;
      readonly note: string;
    }
);

/** A verdict that somebody from outside is asked to review, and what they decided on it. */
export type OutsideVerdict = {
  readonly revisionId: string;
  readonly number: number;
  readonly label: string;
  readonly token: RatingToken;
  readonly definition: string;
  readonly sentence: string;
  readonly rationale: string;
  readonly suggestedWording: string;
  readonly asOf: string;
  readonly author: string;
  readonly own: { readonly decision: Decision; readonly comment: string; readonly at: string } | null;
};

/** What a link from outside shows: one claim, and what its holder is asked. Nobody else's vote or message is in it. */
export type OutsidePage = {
  readonly purpose: OutsidePurpose;
  readonly name: string;
  readonly deskName: string;
  readonly note: string;
  readonly expiresAt: string;
  readonly claimId: string;
  readonly articleTitle: string;
  readonly number: number;
  readonly state: ClaimState;
  readonly paragraph: Quote;
  readonly fields: ClaimFields;
  readonly evidence: readonly OutsideEvidence[];
  readonly evidenceCount: number;
  /** Null for an expert, and before one was proposed. */
  readonly verdict: OutsideVerdict | null;
  readonly quorum: Quorum;
  readonly mayReview: boolean;
  /** Why they cannot review, in a sentence. */
  readonly barredBy: string | null;
  /** What they said before, oldest first. */
  readonly said: readonly { readonly id: string; readonly text: string; readonly at: string }[];
};
