import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden } from "#lib/domain/failure.ts";
import type { BulkWithdrawn } from "#lib/domain/plan.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import type { BulkWithdraw } from "#lib/schemas/plan.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { latestVersion, lockArticle } from "#lib/server/repositories/articles.ts";
import { appendAudits } from "#lib/server/repositories/audit.ts";
import { claimsByIds, lockClaims, withdrawAll } from "#lib/server/repositories/claims.ts";
import { deactivatePlacements } from "#lib/server/repositories/placements.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";

/**
 * Ends many claims of any articles for one reason, in one transaction. One whose state is no longer the one that it was
 * shown in is passed over and told. Sent twice, it withdraws once.
 */
export function bulkWithdraw({ actor, db, now }: Context, input: BulkWithdraw): Promise<Outcome<BulkWithdrawn>> {
  const { deskId, memberId } = actor;
  return inTransaction<BulkWithdrawn>(db, async (tx) => {
    if (!can(actor, "claim.withdraw", actor)) return forbidden();
    const asked = new Map(input.claims.map((claim) => [claim.id, claim.state]));
    const ids = [...asked.keys()];
    const articleIds = [...new Set((await claimsByIds(tx, deskId, ids)).map((claim) => claim.articleId))].sort();
    for (const articleId of articleIds) await lockArticle(tx, deskId, articleId);
    const blind = await blindClaims(tx, { deskId, memberId });
    const claims = new Map((await lockClaims(tx, deskId, { ids })).map((claim) => [claim.id, claim]));

    const results = ids.map((id) => {
      const claim = claims.get(id);
      if (claim === undefined) return { id, outcome: "not-found" as const };
      if (blind.has(id)) return { id, outcome: "forbidden" as const };
      if (claim.state === "withdrawn") {
        return { id, outcome: claim.withdrawnReason === input.reason ? ("done" as const) : ("withdrawn" as const) };
      }
      return { id, outcome: claim.state === asked.get(id) ? ("done" as const) : ("changed" as const) };
    });
    const ending = results.flatMap(({ id, outcome }) => {
      const claim = claims.get(id);
      return outcome === "done" && claim !== undefined && claim.state !== "withdrawn" ? [claim] : [];
    });
    if (ending.length === 0) return ok({ id: deskId, results });

    await withdrawAll(tx, deskId, { ids: ending.map((claim) => claim.id), reason: input.reason }, now);
    for (const articleId of articleIds) {
      const version = await latestVersion(tx, deskId, articleId);
      if (version === null) throw new Error("A claim's article has no version.");
      const own = ending.filter((claim) => claim.articleId === articleId).map((claim) => claim.id);
      await deactivatePlacements(tx, { deskId, versionId: version.id }, own);
    }
    const events = ending.map(({ id, articleId }) => {
      const details = { reason: input.reason };
      return { action: "claim.withdraw" as const, subjectId: id, articleId, claimId: id, details };
    });
    await appendAudits(tx, { deskId, actorId: memberId, now }, events);
    return ok({ id: deskId, results });
  });
}
