import "server-only";
import { type Outcome, refused } from "#lib/domain/failure.ts";
import { notBefore } from "#lib/domain/not-before.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { RevokeKey } from "#lib/schemas/keys.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { lockKey, setKeyRevoked } from "#lib/server/repositories/signing-keys.ts";

/**
 * Says of a retired key that it is not to be trusted from now on, and why; whoever checks an edition is told. The key
 * that signs is refused: a new one comes first, so that the desk can always sign.
 */
export function revokeKey({ actor, db, now }: Context, input: RevokeKey): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  const { id, reason } = input;
  return inTransaction(db, async (tx) => {
    const loaded = permit(actor, "key.manage", await lockKey(tx, deskId, id));
    if (!loaded.ok) return loaded;
    const key = loaded.value;
    if (key.revokedAt !== null) return key.revokedReason === reason ? ok({ id }) : refused("key-revoked");
    if (key.retiredAt === null) return refused("key-in-use");
    await setKeyRevoked(tx, { deskId, id }, { by: memberId, reason, at: notBefore(now, key.retiredAt) });
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      { action: "key.revoke", subjectId: id, details: { reason } },
    );
    return ok({ id });
  });
}
