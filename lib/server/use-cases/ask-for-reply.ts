import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { AskForReply } from "#lib/schemas/reply.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { insertReplyRequest, replyRequestById } from "#lib/server/repositories/replies.ts";
import { changeReplyRequest } from "#lib/server/use-cases/change-reply-request.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";
import { deadlinePassed, isAfter } from "#lib/server/use-cases/reply-request.ts";

/**
 * Puts on record whom the desk asked about a claim, how, what, and by when they may answer. The same request sent twice
 * is one; sent again with other words, because the answer to the first did not arrive, it is a change.
 */
export async function askForReply(context: Context, input: AskForReply): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  const { id, claimId, askedAt, ...words } = input;
  const sent = await replyRequestById(db, deskId, id);
  if (sent !== null) {
    if (sent.claimId !== claimId || sent.askedById !== memberId) return notFound();
    return await changeReplyRequest(context, { ...words, id, askedAt: askedAt ?? sent.askedAt, rowVersion: 1 });
  }
  return await inTransaction(db, async (tx) => {
    const loaded = await claimToChange(tx, actor, { action: "reply.ask", claimId });
    if (!loaded.ok) return loaded;
    const claim = loaded.value;
    if (claim.state === "withdrawn") return refused("claim-withdrawn");

    const request = { ...words, deskId, id, claimId, askedAt: askedAt ?? now, askedById: memberId };
    if (!isAfter(request.deadline, request.askedAt)) return deadlinePassed();
    await insertReplyRequest(tx, request, now);
    const { askedOf, channel, deadline } = request;
    const details = { askedOf, channel, deadline: deadline?.toISOString() ?? null };
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      { action: "reply.ask", subjectId: id, articleId: claim.articleId, claimId, details },
    );
    return ok({ id });
  });
}
