import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { RevokeOutsider } from "#lib/schemas/outside.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { inviteById, revokeInvite } from "#lib/server/repositories/outside-invites.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";

/** Ends a link at once; what was said or voted through it stays. Revoking twice is once. */
export function revokeOutsider({ actor, db, now }: Context, input: RevokeOutsider): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  const { id } = input;
  return inTransaction(db, async (tx) => {
    const named = await inviteById(tx, deskId, id);
    if (named === null) return notFound();
    const loaded = await claimToChange(tx, actor, { action: "outside.invite", claimId: named.claimId });
    if (!loaded.ok) return loaded;
    const invite = await inviteById(tx, deskId, id);
    if (invite === null) return notFound();
    if (invite.revokedAt !== null) return ok({ id });

    await revokeInvite(tx, { deskId, id }, now);
    const { id: claimId, articleId } = loaded.value;
    const details = { name: invite.member.name };
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      { action: "outside.revoke", subjectId: id, articleId, claimId, details },
    );
    return ok({ id });
  });
}
