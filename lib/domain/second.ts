import { typographicFold } from "#lib/domain/fold.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import type { RatingToken } from "#lib/domain/rating.ts";

export const adjudications = ["first", "second", "other"] as const;
export type Adjudication = (typeof adjudications)[number];

/** A verdict that was given without sight of the first, and what became of the two. */
export type SecondGiven = {
  readonly rating: { readonly id: string; readonly label: string; readonly token: RatingToken };
  /** Stands in the place of a label on a desk whose scale has none. */
  readonly sentence: string;
  readonly rationale: string;
  readonly asOf: string;
  readonly at: string;
  readonly agrees: boolean;
  readonly settled: {
    readonly by: MemberView;
    readonly at: string;
    readonly outcome: Adjudication;
    readonly words: string;
  } | null;
};

/**
 * One request for a second verdict. `given` is null until it is in: until then nobody but its author knows its words.
 * `revisionNumber` is 0 for the person asked, until then.
 */
export type SecondView = {
  readonly id: string;
  readonly revisionNumber: number;
  readonly member: MemberView;
  readonly askedBy: MemberView;
  readonly askedAt: string;
  readonly isCancelled: boolean;
  readonly given: SecondGiven | null;
};

type Verdict = {
  readonly rating: { readonly id: string; readonly scaleId: string; readonly position: number };
  readonly sentence: string;
};

/** Whether two verdicts say the same: one rating, the same step of a revised scale, or the same sentence without a scale. */
export function isSameVerdict(one: Verdict, other: Verdict): boolean {
  if (one.sentence !== "" || other.sentence !== "") {
    return typographicFold(one.sentence) === typographicFold(other.sentence);
  }
  if (one.rating.scaleId === other.rating.scaleId) return one.rating.id === other.rating.id;
  return one.rating.position === other.rating.position;
}
