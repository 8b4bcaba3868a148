import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { ReopenThread } from "#lib/schemas/thread.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { saveThread } from "#lib/server/repositories/threads.ts";
import { heldThread } from "#lib/server/use-cases/held-thread.ts";

/** Goes on with a discussion that was resolved. One that is open already stays open. */
export function reopenThread(context: Context, input: ReopenThread): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  const { id, rowVersion } = input;
  return inTransaction(db, async (tx) => {
    const held = await heldThread(tx, context, id);
    if (!held.ok) return held;
    const { thread, claim } = held.value;
    if (thread.resolvedAt === null) return ok({ id });
    if (rowVersion !== thread.rowVersion) return conflict({ rowVersion: String(thread.rowVersion) });

    const change = { resolvedAt: null, resolvedById: null, resolvedReason: null };
    if (!(await saveThread(tx, { deskId, id, rowVersion }, change)))
      throw new Error("A thread changed although its claim was held.");
    const subject = { subjectId: id, articleId: claim.articleId, claimId: claim.id };
    const event = { action: "thread.reopen", ...subject, details: { anchor: thread.anchor } } as const;
    await appendAudit(tx, { deskId, actorId: memberId, now }, event);
    return ok({ id });
  });
}
