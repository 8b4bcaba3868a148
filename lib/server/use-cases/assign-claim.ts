import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, forbidden, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import { permit } from "#lib/policy/permit.ts";
import type { AssignClaim } from "#lib/schemas/claim.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { lockClaim, saveClaim } from "#lib/server/repositories/claims.ts";
import { memberById } from "#lib/server/repositories/members.ts";

/** Says who works on a claim, by when, and how urgent it is. Checkers may take a free claim or give up their own. */
export function assignClaim({ actor, db, now }: Context, input: AssignClaim): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const loaded = permit(actor, "claim.take", await lockClaim(tx, deskId, input.claimId));
    if (!loaded.ok) return loaded;
    const claim = loaded.value;
    if (!can(actor, "claim.assign", claim)) {
      const own = (id: string | null) => id === null || id === memberId;
      if (!own(claim.assigneeId) || !own(input.assigneeId)) return forbidden();
    }
    if (claim.state === "withdrawn") return refused("claim-withdrawn");
    const assignee = input.assigneeId === null ? null : await memberById(tx, deskId, input.assigneeId);
    if (input.assigneeId !== null && (assignee === null || assignee.leftAt !== null || assignee.role === "viewer")) {
      return refused("member-gone");
    }
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
        details: { assignee: assignee?.name ?? null, dueAt: dueAt?.toISOString() ?? null, priority },
      },
    );
    return ok({ id: claim.id });
  });
}
