import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { WatchId } from "#lib/schemas/watch.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { enqueue } from "#lib/server/jobs/enqueue.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { lockWatch, saveWatch } from "#lib/server/repositories/watches.ts";

type Done = Outcome<{ id: string }>;

/** Ends the watching of an address. What was noticed stays. */
export async function stopWatching({ actor, db, now }: Context, { id }: WatchId): Promise<Done> {
  const { deskId, memberId } = actor;
  return await inTransaction(db, async (tx) => {
    const watch = permit(actor, "watch.manage", await lockWatch(tx, { deskId, id }));
    if (!watch.ok) return watch;
    if (watch.value.stoppedAt !== null) return ok({ id });
    await saveWatch(tx, watch.value, { stoppedAt: now });
    const details = { address: watch.value.address };
    await appendAudit(tx, { deskId, actorId: memberId, now }, { action: "watch.stop", subjectId: id, details });
    return ok({ id });
  });
}

/** Watches an address again, from now on. */
export async function startWatching({ actor, db, now }: Context, { id }: WatchId): Promise<Done> {
  const { deskId, memberId } = actor;
  return await inTransaction(db, async (tx) => {
    const watch = permit(actor, "watch.manage", await lockWatch(tx, { deskId, id }));
    if (!watch.ok) return watch;
    if (watch.value.stoppedAt === null) return ok({ id });
    await saveWatch(tx, watch.value, { stoppedAt: null, failures: 0, nextAt: now });
    const { address, host } = watch.value;
    await enqueue(tx, "watch-host", { host }, { key: host });
    const event = { action: "watch.start", subjectId: id, details: { address } } as const;
    await appendAudit(tx, { deskId, actorId: memberId, now }, event);
    return ok({ id });
  });
}
