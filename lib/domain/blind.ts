import type { AuditAction } from "#lib/domain/audit.ts";
import type { ClaimState } from "#lib/domain/claim.ts";
import type { NoticeKind } from "#lib/domain/notice.ts";
import type { Contributor } from "#lib/domain/review.ts";
import type { ClaimMarkView } from "#lib/domain/views.ts";

/**
 * What somebody sees of a claim who was asked for a second verdict on it and has not given it. Each of these answers as
 * if nobody had ever judged it: to know that it was returned is to know something of the first verdict.
 */

/** The state of such a claim. That it was withdrawn is no verdict on it. */
export function blindState(state: ClaimState): ClaimState {
  return state === "withdrawn" ? state : "progress";
}

/** A claim's row without its judgement; its row version counts saves of verdicts too. */
export function blindClaim<
  Claim extends { readonly state: ClaimState; readonly staleReason: unknown; readonly rowVersion: number },
>(claim: Claim) {
  return { ...claim, state: blindState(claim.state), staleReason: null, staleSince: null, rowVersion: 1 };
}

/**
 * What of a claim's story, read or told live, tells nothing of a verdict. Any other action is left out, those that come
 * later too.
 */
export const blindActions: readonly AuditAction[] = [
  "article.version",
  "claim.mark",
  "claim.carry",
  "claim.place",
  "claim.edit",
  "claim.assign",
  "claim.withdraw",
  "claim.restore",
  "evidence.link",
  "evidence.edit",
  "evidence.remove",
  "evidence.restore",
  "evidence.order",
  "evidence.capture",
  "capture.make",
  "watch.change",
  "reply.ask",
  "reply.edit",
  "reply.answer",
  "reply.attach",
  "reply.withdraw",
];

/** What somebody may still be told about such a claim; everything else waits until their own verdict is in. */
export const blindNotices: readonly NoticeKind[] = [
  "assigned",
  "passage-changed",
  "passage-gone",
  "source-gone",
  "reply-due",
  "reply-overdue",
  "reply-late",
  "second-asked",
];

/** Who worked on the words and the evidence. */
export function blindContributors(contributors: readonly Contributor[]): Contributor[] {
  return contributors
    .map((person) => ({ ...person, kinds: person.kinds.filter((kind) => kind !== "verdict" && kind !== "wording") }))
    .filter((person) => person.kinds.length > 0);
}

/** What the margin asks of a claim is of its verdict, unless it asks for its place. */
export function blindMark(mark: ClaimMarkView): ClaimMarkView {
  return { ...mark, state: blindState(mark.state), rating: null, asks: mark.needsPlacing ? mark.asks : null };
}
