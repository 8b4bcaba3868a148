import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, forbidden, notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import type { FilterAt } from "#lib/schemas/plan.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { filterById, setFilterRemoved } from "#lib/server/repositories/saved-filters.ts";

/** Takes a kept filter out of the menu; it can be brought back. One's own, or as an editor a shared one. */
export function removeFilter(context: Context, input: FilterAt): Promise<Outcome<{ id: string }>> {
  return setRemoved(context, input, context.now);
}

export function restoreFilter(context: Context, input: FilterAt): Promise<Outcome<{ id: string }>> {
  return setRemoved(context, input, null);
}

function setRemoved({ actor, db, now }: Context, input: FilterAt, removedAt: Date | null) {
  const { deskId, memberId } = actor;
  const { id, rowVersion } = input;
  return inTransaction<{ id: string }>(db, async (tx) => {
    const filter = await filterById(tx, deskId, id);
    if (filter === null || !can(actor, "filter.keep", filter)) return notFound();
    if (filter.memberId !== memberId) {
      if (!filter.shared) return notFound();
      if (!can(actor, "claim.assign", filter)) return forbidden();
    }
    if ((filter.removedAt === null) === (removedAt === null)) return ok({ id });
    if (!(await setFilterRemoved(tx, { deskId, id, rowVersion }, removedAt))) {
      return conflict({ rowVersion: String(filter.rowVersion) });
    }
    if (filter.shared) {
      const action = removedAt === null ? ("filter.restore" as const) : ("filter.remove" as const);
      await appendAudit(
        tx,
        { deskId, actorId: memberId, now },
        { action, subjectId: id, details: { name: filter.name } },
      );
    }
    return ok({ id });
  });
}
