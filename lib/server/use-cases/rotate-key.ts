import "server-only";
import { forbidden, notFound, type Outcome } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import type { RotateKey } from "#lib/schemas/keys.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { lockKey, retirePresentKey } from "#lib/server/repositories/signing-keys.ts";
import { makeKey } from "#lib/server/use-cases/make-key.ts";

/** Makes a new key to sign with, and retires the one before: what it has signed stays verifiable. */
export function rotateKey({ actor, db, now }: Context, { id }: RotateKey): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    if (!can(actor, "key.manage", actor)) return forbidden();
    const known = await lockKey(tx, deskId, id);
    if (known !== null) return known.createdById === memberId ? ok({ id }) : notFound();
    const retired = await retirePresentKey(tx, deskId, now);
    if (retired !== null) {
      const event = { action: "key.retire", subjectId: retired.id, details: { next: id } } as const;
      await appendAudit(tx, { deskId, actorId: memberId, now }, event);
    }
    await makeKey(tx, { deskId, memberId, now: retired?.retiredAt ?? now }, id);
    return ok({ id });
  });
}
