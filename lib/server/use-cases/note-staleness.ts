import "server-only";
import { hasStandingVerdict } from "#lib/domain/claim.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import type { StoredClaim } from "#lib/server/repositories/claims.ts";
import { claimById } from "#lib/server/repositories/claims.ts";

/** Puts into the record that a change made a verdict stale. The database's triggers made it so; `before` is the locked claim. */
export async function noteStaleness(tx: Tx, { actor, now }: Context, before: StoredClaim): Promise<void> {
  if (!hasStandingVerdict(before.state)) return;
  const after = await claimById(tx, actor.deskId, before.id);
  if (after?.state !== "stale") return;
  await appendAudit(
    tx,
    { deskId: actor.deskId, actorId: actor.memberId, now },
    {
      action: "verdict.stale",
      subjectId: before.id,
      articleId: before.articleId,
      claimId: before.id,
      details: { reason: after.staleReason },
    },
  );
}
