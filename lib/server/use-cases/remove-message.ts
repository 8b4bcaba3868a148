import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { mayTakeAway } from "#lib/domain/thread.ts";
import type { ChangeMessage, MessageAt } from "#lib/schemas/thread.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { messageById, setMessageRemoved } from "#lib/server/repositories/messages.ts";
import { heldThread } from "#lib/server/use-cases/held-thread.ts";

/**
 * Takes a message away, one's own or, as an editor, anybody's: that there was one stays, its words are shown to nobody.
 * It can be brought back. One that is away already stays away.
 */
export function removeMessage(context: Context, { id }: MessageAt): Promise<Outcome<{ id: string }>> {
  return changeMessage(context, { id, removed: true });
}

/** Does what removing or restoring does, whichever was asked for. */
export function changeMessage(context: Context, { id, removed }: ChangeMessage): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const named = await messageById(tx, deskId, id);
    if (named === null) return notFound();
    const held = await heldThread(tx, context, named.threadId);
    if (!held.ok) return held;
    const { thread, claim } = held.value;
    if (!mayTakeAway(actor, named.authorId)) return forbidden();
    const message = await messageById(tx, deskId, id);
    if ((message?.removedAt !== null) === removed) return ok({ id });

    await setMessageRemoved(tx, { deskId, id }, removed ? now : null);
    const subject = { subjectId: thread.id, articleId: claim.articleId, claimId: claim.id };
    const action = removed ? "thread.remove" : "thread.restore";
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      { action, ...subject, details: { anchor: thread.anchor } },
    );
    return ok({ id });
  });
}
