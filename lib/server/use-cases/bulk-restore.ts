import "server-only";
import type { Failure, Outcome } from "#lib/domain/failure.ts";
import type { BulkWithdrawn } from "#lib/domain/plan.ts";
import { ok } from "#lib/domain/result.ts";
import type { BulkRestore } from "#lib/schemas/plan.ts";
import type { Context } from "#lib/server/context.ts";
import { restoreClaim } from "#lib/server/use-cases/restore-claim.ts";

/**
 * Brings withdrawn claims back, in progress. Each is a change of its own: one whose words another claim has taken since,
 * or that is back already, is passed over and told.
 */
export async function bulkRestore(context: Context, { ids }: BulkRestore): Promise<Outcome<BulkWithdrawn>> {
  const results: BulkWithdrawn["results"][number][] = [];
  for (const id of new Set(ids)) {
    const done = await restoreClaim(context, { claimId: id });
    results.push({ id, outcome: done.ok ? "done" : passedBecause(done.error) });
  }
  return ok({ id: context.actor.deskId, results });
}

function passedBecause({ kind }: Failure): "changed" | "forbidden" | "not-found" {
  return kind === "forbidden" || kind === "not-found" ? kind : "changed";
}
