import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { WithdrawClaims } from "#lib/schemas/version.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudits } from "#lib/server/repositories/audit.ts";
import { withdrawAll } from "#lib/server/repositories/claims.ts";
import { deactivatePlacements } from "#lib/server/repositories/placements.ts";
import { claimsToPlace } from "#lib/server/use-cases/claims-to-place.ts";

/** `id` is the article's. `skipped` were placed or withdrawn by somebody meanwhile. */
type Withdrawn = { readonly id: string; readonly withdrawn: number; readonly skipped: number };

/**
 * Ends claims that a new version no longer makes, for one reason. Those that somebody has placed meanwhile are passed
 * over, unless that is all of them. The same request sent twice withdraws once.
 */
export function withdrawClaims(context: Context, input: WithdrawClaims): Promise<Outcome<Withdrawn>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  const { articleId, versionId, reason } = input;
  return inTransaction<Withdrawn>(db, async (tx) => {
    const named = await claimsToPlace(tx, context, { ...input, action: "claim.withdraw" });
    if (!named.ok) return named;
    const { waiting, answered } = named.value;
    const before = answered.filter(({ claim }) => claim.state === "withdrawn" && claim.withdrawnReason === reason);
    const withdrawn = waiting.length + before.length;
    if (withdrawn === 0) {
      const isOver = answered.every(({ claim }) => claim.state === "withdrawn");
      return refused(isOver ? "claim-withdrawn" : "placement-settled");
    }

    const ids = waiting.map(({ claim }) => claim.id);
    await withdrawAll(tx, deskId, { ids, reason }, now);
    await deactivatePlacements(tx, { deskId, versionId }, ids);
    await appendAudits(
      tx,
      { deskId, actorId: memberId, now },
      ids.map((claimId) => ({
        action: "claim.withdraw",
        subjectId: claimId,
        articleId,
        claimId,
        details: { reason },
      })),
    );
    return ok({ id: articleId, withdrawn, skipped: input.claimIds.length - withdrawn });
  });
}
