import "server-only";
import type { AuditEvent } from "#lib/domain/audit.ts";
import { hasStandingVerdict } from "#lib/domain/claim.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { appendAudits } from "#lib/server/repositories/audit.ts";
import type { StoredClaim } from "#lib/server/repositories/claims.ts";
import { claimsByIds } from "#lib/server/repositories/claims.ts";

/** Puts into the record that a change made a verdict stale. The database's triggers made it so; `before` is the locked claim. */
export async function noteStaleness(tx: Tx, { actor, now }: Context, before: StoredClaim): Promise<void> {
  const { deskId, memberId } = actor;
  await appendAudits(tx, { deskId, actorId: memberId, now }, await stalenessEvents(tx, deskId, [before]));
}

/** An entry for each of these claims whose verdict stood before and is stale now. */
export async function stalenessEvents(tx: Tx, deskId: string, before: readonly StoredClaim[]): Promise<AuditEvent[]> {
  const standing = before.filter((claim) => hasStandingVerdict(claim.state));
  if (standing.length === 0) return [];
  const ids = standing.map((claim) => claim.id);
  const after = await claimsByIds(tx, deskId, ids);
  return after
    .filter((claim) => claim.state === "stale")
    .map(({ id, articleId, staleReason }) => ({
      action: "verdict.stale",
      subjectId: id,
      articleId,
      claimId: id,
      details: { reason: staleReason },
    }));
}
