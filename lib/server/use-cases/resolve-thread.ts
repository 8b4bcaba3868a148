import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { ChangeThread, ResolveThread } from "#lib/schemas/thread.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { saveThread } from "#lib/server/repositories/threads.ts";
import { heldThread } from "#lib/server/use-cases/held-thread.ts";
import { reopenThread } from "#lib/server/use-cases/reopen-thread.ts";

/** Ends a discussion with a reason and the name of who ended it. Of two who do so at once, the second is refused. */
export function resolveThread(context: Context, input: ResolveThread): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  const { id, rowVersion, reason } = input;
  return inTransaction(db, async (tx) => {
    const held = await heldThread(tx, context, id);
    if (!held.ok) return held;
    const { thread, claim } = held.value;
    if (thread.resolvedById === memberId && thread.resolvedReason === reason) return ok({ id });
    if (thread.resolvedAt !== null) return refused("thread-resolved");
    if (rowVersion !== thread.rowVersion) return conflict({ rowVersion: String(thread.rowVersion) });

    const change = { resolvedAt: now, resolvedById: memberId, resolvedReason: reason };
    if (!(await saveThread(tx, { deskId, id, rowVersion }, change)))
      throw new Error("A thread changed although its claim was held.");
    const subject = { subjectId: id, articleId: claim.articleId, claimId: claim.id };
    const event = { action: "thread.resolve", ...subject, details: { anchor: thread.anchor } } as const;
    await appendAudit(tx, { deskId, actorId: memberId, now }, event);
    return ok({ id });
  });
}

/** Resolves or reopens, whichever was asked for. */
export function changeThread(context: Context, input: ChangeThread): Promise<Outcome<{ id: string }>> {
  return input.resolved ? resolveThread(context, input) : reopenThread(context, input);
}
