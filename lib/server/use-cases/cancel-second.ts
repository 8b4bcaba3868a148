import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { CancelSecond } from "#lib/schemas/second.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { cancelRequest, secondById } from "#lib/server/repositories/second-verdicts.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";

/**
 * Takes back a request for a second verdict that was not answered. Whoever was asked cannot do that themselves: it would
 * be a way to look. Taking back twice is once.
 */
export function cancelSecond({ actor, db, now }: Context, input: CancelSecond): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const asked = await secondById(tx, deskId, input.id);
    if (asked === null) return notFound();
    const loaded = await claimToChange(tx, actor, { action: "second.ask", claimId: asked.claimId });
    if (!loaded.ok) return loaded;
    const second = await secondById(tx, deskId, input.id);
    if (second === null || second.givenAt !== null) return refused("second-closed");
    if (second.cancelledAt !== null) return ok({ id: second.id });

    await cancelRequest(tx, { deskId, id: second.id }, now);
    const { id: claimId, articleId } = loaded.value;
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      { action: "second.cancel", subjectId: second.id, articleId, claimId, details: {} },
    );
    return ok({ id: second.id });
  });
}
