import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { WatchId } from "#lib/schemas/watch.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { enqueue } from "#lib/server/jobs/enqueue.ts";
import { lockWatch, saveWatch } from "#lib/server/repositories/watches.ts";

/** Asks for a look at a watched address now. A worker does it, after whatever else is asked of that host. */
export async function lookNow({ actor, db, now }: Context, { id }: WatchId): Promise<Outcome<{ id: string }>> {
  return await inTransaction(db, async (tx) => {
    const watch = permit(actor, "watch.manage", await lockWatch(tx, { deskId: actor.deskId, id }));
    if (!watch.ok) return watch;
    if (watch.value.stoppedAt !== null) return refused("watch-stopped");
    const { host } = watch.value;
    await saveWatch(tx, watch.value, { nextAt: now });
    await enqueue(tx, "watch-host", { host }, { key: host });
    return ok({ id });
  });
}
