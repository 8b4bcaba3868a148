import type { MemberView } from "#lib/domain/member-view.ts";
import type { RatingToken } from "#lib/domain/rating.ts";

export const adjudications = ["first", "second", "other"] as const;
export type Adjudication = (typeof adjudications)[number];

/** A verdict that was given without sight of the first, and what became of the two. */
export type SecondGiven = {
  readonly rating: { readonly id: string; readonly label: string; readonly token: RatingToken };
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

/** One request for a second verdict. `given` is null until it is in: until then nobody but its author knows its words. */
export type SecondView = {
  readonly id: string;
  readonly revisionNumber: number;
  readonly member: MemberView;
  readonly askedBy: MemberView;
  readonly askedAt: string;
  readonly isCancelled: boolean;
  readonly given: SecondGiven | null;
};
