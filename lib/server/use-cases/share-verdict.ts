import "server-only";
import { hasStandingVerdict } from "#lib/domain/claim.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, notFound, refused } from "#lib/domain/failure.ts";
import { firstInTheWay } from "#lib/domain/gate.ts";
import { ok } from "#lib/domain/result.ts";
import { afterCopies, planCopies } from "#lib/domain/same-evidence.ts";
import { permit } from "#lib/policy/permit.ts";
import type { ShareVerdict } from "#lib/schemas/relation.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { gatesOf } from "#lib/server/queries/claim-gates.ts";
import { articleById } from "#lib/server/repositories/articles.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { leaderOf } from "#lib/server/repositories/claim-relations.ts";
import { claimById, lockClaims, saveClaim } from "#lib/server/repositories/claims.ts";
import { basisEvidenceOf, evidenceOfClaims } from "#lib/server/repositories/evidence.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import { presentRevisions, revisionById } from "#lib/server/repositories/verdicts.ts";
import { copyEvidence } from "#lib/server/use-cases/copy-evidence.ts";
import { addRevision, readyForRevision, returnersOf } from "#lib/server/use-cases/new-revision.ts";
import { tellOfClaim } from "#lib/server/use-cases/tell-claim.ts";

/**
 * Takes over the verdict of the claim that this one is the same as: its words as a new revision of this claim's, on this
 * place's own basis, with the evidence that was missing here and, where there was none, the statement. It waits for review
 * like any other, by somebody who worked on neither. The same request sent twice takes it over once.
 */
export function shareVerdict(context: Context, input: ShareVerdict): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  const { id, claimId } = input;
  return inTransaction(db, async (tx) => {
    const named = permit(actor, "verdict.propose", await claimById(tx, deskId, claimId));
    if (!named.ok) return named;
    const leaderId = (await leaderOf(tx, deskId, claimId))?.otherId ?? claimId;
    const locked = await lockClaims(tx, deskId, { ids: [...new Set([claimId, leaderId])] });
    const claim = locked.find((row) => row.id === claimId);
    const leader = locked.find((row) => row.id === leaderId);
    if (claim === undefined || leader === undefined) return notFound();
    const sent = await revisionById(tx, deskId, id);
    if (sent !== null) return sent.claimId === claimId && sent.authorId === memberId ? ok({ id }) : notFound();
    if (leader === claim || (await leaderOf(tx, deskId, claimId))?.otherId !== leaderId) {
      return refused("not-the-same-claim");
    }
    const hidden = await blindClaims(tx, actor);
    if (hidden.has(claimId) || hidden.has(leaderId)) return refused("first-verdict-hidden");
    const revisions = await presentRevisions(tx, deskId, [claimId, leaderId]);
    const verdict = revisions.get(leaderId);
    if (verdict === undefined || !hasStandingVerdict(leader.state)) return refused("nothing-to-take-over");
    const isThere = revisions.get(claimId)?.sharedFromId === verdict.id && hasStandingVerdict(claim.state);
    if (isThere) return refused("taken-over-already");
    const statement = claim.statement === "" ? leader.statement : claim.statement;
    const ready = await readyForRevision(tx, { ...claim, statement }, verdict.ratingId);
    if (!ready.ok) return ready;
    if (input.rowVersion < claim.basisVersion || input.rowVersion > claim.rowVersion) {
      return conflict({ statement: claim.statement, rowVersion: String(claim.rowVersion) });
    }
    const { version, placement } = ready.value;
    const evidence = await evidenceOfClaims(tx, deskId, [claimId, leaderId]);
    const there = evidence.get(claimId) ?? [];
    const plan = planCopies(there, evidence.get(leaderId) ?? []);
    const parts = { claim: { ...claim, statement }, quote: placement.quote, evidence: afterCopies(there, plan) };
    const { checksAt } = await gatesOf(tx, parts);
    const { ratingId, rationale, asOf, suggestedWording, sentence } = verdict;
    const inTheWay = firstInTheWay(checksAt("propose", rationale));
    if (inTheWay !== null) return refused("gate-in-the-way", inTheWay);

    if (claim.statement === "") {
      await saveClaim(tx, claim, "words", { statement, editedById: memberId, updatedAt: now });
    }
    await copyEvidence(tx, context, plan, { claimId, there });
    const row = (await claimById(tx, deskId, claimId)) ?? claim;
    const words = { id, ratingId, rationale, asOf, suggestedWording, sentence, sharedFromId: verdict.id };
    const basis = await basisEvidenceOf(tx, deskId, claimId);
    const returnedBy = await returnersOf(tx, deskId, revisions.get(claimId)?.id);
    const added = { claim: row, version, placement, evidence: basis, words, authorId: memberId };
    const made = await addRevision(tx, context, added);
    const article = (await articleById(tx, deskId, leader.articleId))?.title ?? "";
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      {
        action: "verdict.share",
        subjectId: id,
        articleId: claim.articleId,
        claimId,
        details: { revision: made.number, number: leader.number, article, basis: made.basisDigest },
      },
    );
    await tellOfClaim(tx, context, { kind: "improved", claimId, subjectId: id, members: returnedBy });
    await tellOfClaim(tx, context, { kind: "shared", claimId, subjectId: id, members: [verdict.authorId] });
    return ok({ id });
  });
}
