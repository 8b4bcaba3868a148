import "server-only";
import { uuidv7 } from "uuidv7";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { hasSameFields } from "#lib/domain/same-fields.ts";
import type { OverrideGate } from "#lib/schemas/gates.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { gatesOf } from "#lib/server/queries/claim-gates.ts";
import { latestVersion } from "#lib/server/repositories/articles.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { basisEvidenceOf } from "#lib/server/repositories/evidence.ts";
import { insertOverride, overrideById } from "#lib/server/repositories/gates.ts";
import { placementOf } from "#lib/server/repositories/placements.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";

const words = ["claimId", "gate", "stage", "revisionId", "reason"] as const;
const statesAt = {
  propose: [],
  approve: ["proposed"],
  publish: ["approved", "published"],
} as const;

/**
 * Lets one gate of a claim be passed once, for a reason that the report prints: at the stage `propose` for the next
 * revision, later for the revision that is decided on. Refuses whoever worked on the claim (the database does too), and
 * gates that are not in the way. The same request sent twice is one override.
 */
export function overrideGate({ actor, db, now }: Context, input: OverrideGate): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const loaded = await claimToChange(tx, actor, { action: "gate.override", claimId: input.claimId });
    if (!loaded.ok) return loaded;
    const claim = loaded.value;
    const sent = await overrideById(tx, deskId, input.id);
    if (sent !== null && (sent.claimId !== claim.id || sent.memberId !== memberId)) return notFound();
    if (sent !== null && hasSameFields(words, sent, input)) return ok({ id: sent.id });
    if (claim.state === "withdrawn") return refused("claim-withdrawn");
    const version = await latestVersion(tx, deskId, claim.articleId);
    const placement = version === null ? null : await placementOf(tx, deskId, claim.id, version.id);
    if (placement === null) return notFound();
    const evidence = await basisEvidenceOf(tx, deskId, claim.id);
    const { latest, contributors, checksAt } = await gatesOf(tx, { claim, quote: placement.quote, evidence });
    const { gate, stage, reason, revisionId } = input;
    const isLate = stage !== "propose" && (latest?.id !== revisionId || !isAt(statesAt[stage], claim.state));
    if (isLate) return refused("not-under-review");
    if (contributors.has(memberId)) return refused("contributor-cannot-override");
    const check = checksAt(stage, null).find((known) => known.gate === gate);
    if (check?.outcome !== "in-the-way") return refused("gate-not-in-the-way");

    const id = sent === null ? input.id : uuidv7();
    const revisionNumber = (latest?.number ?? 0) + (stage === "propose" ? 1 : 0);
    const override = { deskId, id, claimId: claim.id, revisionId, revisionNumber, stage, gate, reason, memberId, now };
    await insertOverride(tx, override);
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      {
        action: "gate.override",
        subjectId: id,
        articleId: claim.articleId,
        claimId: claim.id,
        details: { gate, stage, what: check.what, why: check.why, revision: revisionNumber, reason },
      },
    );
    return ok({ id });
  });
}

function isAt(states: readonly string[], state: string): boolean {
  return states.includes(state);
}
