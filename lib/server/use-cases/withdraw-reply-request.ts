import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { WithdrawReplyRequest } from "#lib/schemas/reply.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { saveReplyRequest } from "#lib/server/repositories/replies.ts";
import { heldRequest, requestConflict } from "#lib/server/use-cases/reply-request.ts";

/** Ends a request that was a mistake, with a reason; it stays on record and nobody is reminded of it any more. */
export function withdrawReplyRequest(context: Context, input: WithdrawReplyRequest): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  const { id, rowVersion, reason } = input;
  return inTransaction(db, async (tx) => {
    const held = await heldRequest(tx, context, id);
    if (!held.ok) return held;
    const { request, claim } = held.value;
    if (request.withdrawnReason === reason) return ok({ id });
    if (request.answeredAt !== null || request.withdrawnAt !== null) return refused("reply-closed");
    if (rowVersion !== request.rowVersion) return requestConflict(request);

    const change = { withdrawnAt: now, withdrawnReason: reason, updatedAt: now };
    if (!(await saveReplyRequest(tx, { deskId, id, rowVersion }, change)))
      throw new Error("A request changed although its claim was held.");
    const subject = { subjectId: id, articleId: claim.articleId, claimId: claim.id };
    const event = { action: "reply.withdraw", ...subject, details: { askedOf: request.askedOf, reason } } as const;
    await appendAudit(tx, { deskId, actorId: memberId, now }, event);
    return ok({ id });
  });
}
