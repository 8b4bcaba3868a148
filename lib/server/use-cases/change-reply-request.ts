import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { hasSameFields } from "#lib/domain/same-fields.ts";
import type { ChangeReplyRequest } from "#lib/schemas/reply.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { saveReplyRequest } from "#lib/server/repositories/replies.ts";
import { deadlinePassed, heldRequest, isAfter, requestConflict } from "#lib/server/use-cases/reply-request.ts";

const words = ["askedOf", "contact", "channel", "text"] as const;

/**
 * Corrects a request that nobody has answered yet, or gives it another deadline, of which people are reminded again.
 * Conflicts when somebody changed it since it was read.
 */
export function changeReplyRequest(context: Context, input: ChangeReplyRequest): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  const { id, rowVersion, askedAt: given, ...fields } = input;
  return inTransaction(db, async (tx) => {
    const held = await heldRequest(tx, context, id);
    if (!held.ok) return held;
    const { request, claim } = held.value;
    const askedAt = given ?? request.askedAt;
    const isSame =
      hasSameFields(words, request, fields) &&
      askedAt.getTime() === request.askedAt.getTime() &&
      fields.deadline?.getTime() === request.deadline?.getTime();
    if (isSame) return ok({ id });
    if (request.answeredAt !== null || request.withdrawnAt !== null) return refused("reply-closed");
    if (rowVersion !== request.rowVersion) return requestConflict(request);
    if (!isAfter(fields.deadline, askedAt)) return deadlinePassed();

    if (!(await saveReplyRequest(tx, { deskId, id, rowVersion }, { ...fields, askedAt, updatedAt: now })))
      throw new Error("A request changed although its claim was held.");
    const details = { askedOf: fields.askedOf, deadline: fields.deadline?.toISOString() ?? null };
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      { action: "reply.edit", subjectId: id, articleId: claim.articleId, claimId: claim.id, details },
    );
    return ok({ id });
  });
}
