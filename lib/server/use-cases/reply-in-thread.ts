import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { ReplyInThread } from "#lib/schemas/thread.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { messageById } from "#lib/server/repositories/messages.ts";
import { checkNamed, heldThread } from "#lib/server/use-cases/held-thread.ts";
import { isSameMessage, writeMessage } from "#lib/server/use-cases/write-message.ts";

/** Writes one more message in a thread that is open. The same message sent twice is one. */
export function replyInThread(context: Context, input: ReplyInThread): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  const { id, threadId, text, mentions } = input;
  return inTransaction(db, async (tx) => {
    const held = await heldThread(tx, context, threadId);
    if (!held.ok) return held;
    const { thread, claim } = held.value;
    const sent = await messageById(tx, deskId, id);
    if (sent !== null) {
      if (sent.authorId !== memberId || sent.threadId !== threadId) return notFound();
      return isSameMessage(sent, input) ? ok({ id }) : refused("message-sent");
    }
    if (thread.resolvedAt !== null) return refused("thread-resolved");
    const named = await checkNamed(tx, deskId, mentions);
    if (!named.ok) return named;

    await writeMessage(tx, context, { id, threadId, claimId: claim.id, text, mentions, isFirst: false });
    const subject = { subjectId: threadId, articleId: claim.articleId, claimId: claim.id };
    const event = { action: "thread.reply", ...subject, details: { anchor: thread.anchor } } as const;
    await appendAudit(tx, { deskId, actorId: memberId, now }, event);
    return ok({ id });
  });
}
