import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { WithdrawClaim } from "#lib/schemas/claim.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { latestVersion } from "#lib/server/repositories/articles.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { saveClaim } from "#lib/server/repositories/claims.ts";
import { setPlacementActive } from "#lib/server/repositories/placements.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";

/** Ends a claim with a reason; its words are free for another claim. It can be restored. */
export function withdrawClaim({ actor, db, now }: Context, input: WithdrawClaim): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const loaded = await claimToChange(tx, actor, { action: "claim.withdraw", claimId: input.claimId });
    if (!loaded.ok) return loaded;
    const claim = loaded.value;
    if (claim.state === "withdrawn") return refused("claim-withdrawn");
    if (input.rowVersion !== claim.rowVersion) return conflict({ reason: "", rowVersion: String(claim.rowVersion) });

    await saveClaim(tx, claim, "state", {
      state: "withdrawn",
      withdrawnReason: input.reason,
      staleReason: null,
      staleSince: null,
      updatedAt: now,
    });
    const version = await latestVersion(tx, deskId, claim.articleId);
    if (version === null) throw new Error("A claim's article has no version.");
    await setPlacementActive(tx, { deskId, claimId: claim.id, versionId: version.id }, { active: false });
    const subject = { subjectId: claim.id, articleId: claim.articleId, claimId: claim.id };
    const event = { action: "claim.withdraw", ...subject, details: { reason: input.reason } } as const;
    await appendAudit(tx, { deskId, actorId: memberId, now }, event);
    return ok({ id: claim.id });
  });
}
