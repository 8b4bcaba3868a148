import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, forbidden, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { mayPlan } from "#lib/policy/may-plan.ts";
import type { AssignClaim } from "#lib/schemas/claim.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { saveClaim } from "#lib/server/repositories/claims.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";
import { takerName } from "#lib/server/use-cases/reassign-work.ts";
import { tellOfClaim } from "#lib/server/use-cases/tell-claim.ts";

/** Says who works on a claim, by when, and how urgent it is. Checkers may take a free claim or give up their own. */
export function assignClaim(context: Context, input: AssignClaim): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const loaded = await claimToChange(tx, actor, { action: "claim.take", claimId: input.claimId });
    if (!loaded.ok) return loaded;
    const claim = loaded.value;
    if (!mayPlan(actor, claim, input)) return forbidden();
    if (claim.state === "withdrawn") return refused("claim-withdrawn");
    const taker = await takerName(tx, deskId, input.assigneeId);
    if (input.assigneeId !== null && taker === null) return refused("member-gone");
    if (input.rowVersion < claim.planVersion || input.rowVersion > claim.rowVersion) {
      return conflict({
        assigneeId: claim.assigneeId ?? "",
        dueAt: claim.dueAt?.toISOString().slice(0, 16) ?? "",
        priority: claim.priority,
        rowVersion: String(claim.rowVersion),
      });
    }

    const { assigneeId, dueAt, priority } = input;
    const state = claim.state === "open" && assigneeId !== null ? "progress" : claim.state;
    await saveClaim(tx, claim, "plan", { assigneeId, dueAt, priority, state, updatedAt: now });
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      {
        action: "claim.assign",
        subjectId: claim.id,
        articleId: claim.articleId,
        claimId: claim.id,
        details: { assignee: taker, dueAt: dueAt?.toISOString() ?? null, priority },
      },
    );
    if (assigneeId !== null && assigneeId !== claim.assigneeId) {
      await tellOfClaim(tx, context, {
        kind: "assigned",
        claimId: claim.id,
        subjectId: `${claim.id}:${claim.rowVersion}`,
        members: [assigneeId],
      });
    }
    return ok({ id: claim.id });
  });
}
