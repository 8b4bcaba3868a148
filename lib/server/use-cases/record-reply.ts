import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { invalid, refused } from "#lib/domain/failure.ts";
import { replyStanding } from "#lib/domain/reply.ts";
import { ok } from "#lib/domain/result.ts";
import type { RecordReply } from "#lib/schemas/reply.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { saveReplyRequest } from "#lib/server/repositories/replies.ts";
import { heldRequest, requestConflict } from "#lib/server/use-cases/reply-request.ts";
import { tellOfReply } from "#lib/server/use-cases/tell-of-reply.ts";

const aMinute = 60_000;

/**
 * Puts an answer on record, or corrects the one there. An answer after the deadline is late and changes no verdict: the
 * claim's people are told, and decide what it means. Conflicts when somebody changed the request since it was read.
 */
export function recordReply(context: Context, input: RecordReply): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  const { id, rowVersion, answer } = input;
  return inTransaction(db, async (tx) => {
    const held = await heldRequest(tx, context, id);
    if (!held.ok) return held;
    const { request, claim } = held.value;
    const answeredAt = input.answeredAt ?? request.answeredAt ?? now;
    if (request.answer === answer && request.answeredAt?.getTime() === answeredAt.getTime()) return ok({ id });
    if (request.withdrawnAt !== null) return refused("reply-closed");
    if (rowVersion !== request.rowVersion) return requestConflict(request);
    // Forms send whole minutes, and clocks differ a little.
    if (answeredAt.getTime() > now.getTime() + aMinute)
      return invalid({ answeredAt: "This moment is still to come. Write when they answered." });
    if (answeredAt.getTime() < request.askedAt.getTime() - aMinute)
      return invalid({ answeredAt: "They cannot have answered before they were asked." });

    const change = { answer, answeredAt, answeredById: memberId, updatedAt: now };
    if (!(await saveReplyRequest(tx, { deskId, id, rowVersion }, change)))
      throw new Error("A request changed although its claim was held.");
    const standing = replyStanding({ ...request, answeredAt }, now);
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      {
        action: "reply.answer",
        subjectId: id,
        articleId: claim.articleId,
        claimId: claim.id,
        details: { askedOf: request.askedOf, answeredAt: answeredAt.toISOString(), standing, answer },
      },
    );
    if (standing === "late") await tellOfReply(tx, { kind: "reply-late", request, except: memberId }, now);
    return ok({ id });
  });
}
