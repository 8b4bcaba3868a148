import "server-only";
import type { ClaimState } from "#lib/domain/claim.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { Decision } from "#lib/domain/review.ts";
import { can } from "#lib/policy/can.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { holdMember } from "#lib/server/repositories/members.ts";
import { holdInvite } from "#lib/server/repositories/outside-invites.ts";

type Subject = { readonly deskId: string; readonly id: string; readonly checkersMayReview: boolean };

/**
 * Whether the actor is still who they were when the request came in: a reviewer of the desk, or asked from outside to
 * review by a link that is open. Held until the transaction ends, so that nobody is removed in the middle of a vote.
 */
export async function stillReviews(tx: Tx, { actor, now }: Context, subject: Subject): Promise<Outcome<null>> {
  const { deskId, memberId, outside } = actor;
  if (outside !== undefined && outside.purpose !== "review") return forbidden();
  const member = await holdMember(tx, deskId, memberId);
  if (member === null || member.leftAt !== null || member.outside !== (outside !== undefined)) {
    return refused("no-longer-reviewer");
  }
  if (outside !== undefined) {
    const asked = { deskId, claimId: outside.claimId, memberId };
    const invite = await holdInvite(tx, asked, { purposes: ["review"], now });
    return invite === null ? refused("invite-over") : ok(null);
  }
  return can({ ...actor, role: member.role }, "verdict.review", subject) ? ok(null) : refused("no-longer-reviewer");
}

type Ballot = {
  readonly state: ClaimState;
  readonly latestId: string;
  readonly revisionId: string;
  /** What the voter said about the latest revision before. */
  readonly own: readonly Decision[];
  readonly decision: Decision;
};

/** Whether this vote is on the revision under review, and the first of its voter. */
export function stillOpen({ state, latestId, revisionId, own, decision }: Ballot): Outcome<null> {
  if (latestId !== revisionId) return refused("revision-outdated");
  if (decision !== "comment" && own.some((earlier) => earlier !== "comment")) return refused("already-voted");
  if (state === "approved" || state === "published" || state === "returned") return refused("decided-already");
  return state === "proposed" ? ok(null) : refused("not-under-review");
}
