import "server-only";
import { uuidv7 } from "uuidv7";
import type { Outcome } from "#lib/domain/failure.ts";
import { invalid, notFound, refused } from "#lib/domain/failure.ts";
import { firstInTheWay } from "#lib/domain/gate.ts";
import { ok } from "#lib/domain/result.ts";
import { outcomeOf } from "#lib/domain/review.ts";
import { isSameSuggestion, suggestionFrom } from "#lib/domain/suggestion.ts";
import { permit } from "#lib/policy/permit.ts";
import { type ReviewVerdict, suggestionOf } from "#lib/schemas/verdict.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { gatesOf } from "#lib/server/queries/claim-gates.ts";
import { latestVersion } from "#lib/server/repositories/articles.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import type { StoredClaim } from "#lib/server/repositories/claims.ts";
import { contributorsOf, lockClaim, saveClaim } from "#lib/server/repositories/claims.ts";
import { deskById, quorumOf } from "#lib/server/repositories/desks.ts";
import { basisEvidenceOf } from "#lib/server/repositories/evidence.ts";
import { placementOf } from "#lib/server/repositories/placements.ts";
import { isBlindOn } from "#lib/server/repositories/second-verdicts.ts";
import { insertReview, newestRevision, reviewById, revisionById, votesOn } from "#lib/server/repositories/verdicts.ts";
import { stillOpen, stillReviews } from "#lib/server/use-cases/may-vote.ts";
import { tellOfClaim } from "#lib/server/use-cases/tell-claim.ts";

const approvesAsItIs = "Approving is for the words as they stand. Return it or comment to suggest others.";

/**
 * A colleague's decision on the revision under review, or that of a reviewer from outside. Refuses contributors,
 * outdated revisions, second votes, votes after the decision, and whoever is no reviewer any more; the database refuses
 * them too. What they would write instead is kept with a return or a comment, and never with an approval. Refuses to
 * approve while a gate of the desk is in the way. The same request sent twice is one decision.
 */
export function reviewVerdict(context: Context, input: ReviewVerdict): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const desk = await deskById(tx, deskId);
    const claim = await lockClaim(tx, deskId, input.claimId);
    if (desk === null || claim === null) return notFound();
    const { checkersMayReview } = desk;
    const allowed = permit(actor, "verdict.review", { ...claim, checkersMayReview });
    if (!allowed.ok) return allowed;
    if (await isBlindOn(tx, actor, claim.id)) return refused("blind-second");
    const sent = await reviewById(tx, deskId, input.id);
    if (sent !== null && (sent.reviewerId !== memberId || sent.claimId !== claim.id)) return notFound();
    const { revisionId, decision, comment } = input;
    const about = await revisionById(tx, deskId, revisionId);
    const suggestion = about?.claimId === claim.id ? suggestionFrom(about, input) : null;
    if (
      sent?.revisionId === revisionId &&
      sent.decision === decision &&
      sent.comment === comment &&
      isSameSuggestion(suggestionOf(sent.suggestion), suggestion)
    )
      return ok({ id: sent.id });
    const still = await stillReviews(tx, context, { deskId, id: claim.id, checkersMayReview });
    if (!still.ok) return still;
    const revision = await newestRevision(tx, deskId, claim.id);
    if (revision === null) return refused("not-under-review");
    const votes = await votesOn(tx, deskId, revision.id);
    const own = votes.flatMap((vote) => (vote.reviewerId === memberId ? [vote.decision] : []));
    const open = stillOpen({ state: claim.state, latestId: revision.id, revisionId, own, decision });
    if (!open.ok) return open;
    const contributors = await contributorsOf(tx, deskId, claim.id);
    if (contributors.some((contributor) => contributor.memberId === memberId))
      return refused("contributor-cannot-review");
    if (decision === "approve" && suggestion !== null) return invalid({ decision: approvesAsItIs });
    const inTheWay = decision === "approve" ? await gateInTheWay(tx, claim) : null;
    if (inTheWay !== null) return refused("gate-in-the-way", inTheWay);

    const id = sent === null ? input.id : uuidv7();
    await insertReview(tx, {
      deskId,
      id,
      claimId: claim.id,
      revisionId: revision.id,
      reviewerId: memberId,
      decision,
      comment,
      suggestion,
      now,
    });
    const state = outcomeOf([...votes, { decision }], quorumOf(desk));
    if (state !== "proposed") await saveClaim(tx, claim, "state", { state, updatedAt: now });
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      {
        action: `review.${decision}`,
        subjectId: id,
        articleId: claim.articleId,
        claimId: claim.id,
        details: { revision: revision.number, comment, ...(suggestion === null ? {} : { suggests: 1 }) },
      },
    );
    if (state !== "proposed") {
      await tellOfClaim(tx, context, { kind: state, claimId: claim.id, subjectId: id, members: [revision.author.id] });
    }
    return ok({ id });
  });
}

async function gateInTheWay(tx: Tx, claim: StoredClaim): Promise<string | null> {
  const { deskId, id, articleId } = claim;
  const version = await latestVersion(tx, deskId, articleId);
  const placement = version === null ? null : await placementOf(tx, deskId, id, version.id);
  const evidence = await basisEvidenceOf(tx, deskId, id);
  const { checksAt } = await gatesOf(tx, { claim, quote: placement?.quote ?? "", evidence });
  return firstInTheWay(checksAt("approve", null));
}
