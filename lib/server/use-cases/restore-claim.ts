import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound, refused } from "#lib/domain/failure.ts";
import { needsPlacing } from "#lib/domain/placement.ts";
import { ok } from "#lib/domain/result.ts";
import type { RestoreClaim } from "#lib/schemas/claim.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { latestVersion } from "#lib/server/repositories/articles.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { saveClaim } from "#lib/server/repositories/claims.ts";
import { claimOnSpan, placementOf, setPlacementActive } from "#lib/server/repositories/placements.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";

/** Brings a withdrawn claim back, in progress: an earlier verdict has to be proposed again, and words that are only offered placed. */
export function restoreClaim(
  { actor, db, now }: Context,
  input: Pick<RestoreClaim, "claimId"> & Partial<RestoreClaim>,
): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const loaded = await claimToChange(tx, actor, { action: "claim.withdraw", claimId: input.claimId });
    if (!loaded.ok) return loaded;
    const claim = loaded.value;
    if (claim.state !== "withdrawn") return refused("claim-not-withdrawn");
    const version = await latestVersion(tx, deskId, claim.articleId);
    const placement = version === null ? null : await placementOf(tx, deskId, claim.id, version.id);
    if (version === null || placement === null) return notFound();
    if (!needsPlacing(placement) && placement.start !== null && placement.end !== null) {
      const span = { versionId: version.id, start: placement.start, end: placement.end };
      if ((await claimOnSpan(tx, deskId, span)) !== null) return refused("span-taken");
    }

    await saveClaim(tx, claim, "state", { state: "progress", withdrawnReason: null, updatedAt: now });
    await setPlacementActive(tx, { deskId, claimId: claim.id, versionId: version.id }, { active: true });
    const subject = { subjectId: claim.id, articleId: claim.articleId, claimId: claim.id };
    await appendAudit(tx, { deskId, actorId: memberId, now }, { action: "claim.restore", ...subject, details: {} });
    return ok({ id: claim.id });
  });
}
