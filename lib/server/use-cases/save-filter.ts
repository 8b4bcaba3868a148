import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import type { SaveFilter } from "#lib/schemas/plan.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { countFilters, filterById, insertFilter } from "#lib/server/repositories/saved-filters.ts";

const most = 100;

/** Keeps a filter of the queue under a name, for oneself or for the whole desk. A shared one is told in the record. */
export function saveFilter({ actor, db, now }: Context, input: SaveFilter): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  const { id, name, query } = input;
  const shared = input.shared === "yes";
  return inTransaction(db, async (tx) => {
    if (!can(actor, shared ? "filter.share" : "filter.keep", actor)) return forbidden();
    const known = await filterById(tx, deskId, id);
    if (known !== null) {
      const isSame = known.memberId === memberId && known.name === name && known.query === query;
      return isSame ? ok({ id }) : refused("filter-kept");
    }
    if ((await countFilters(tx, deskId, memberId)) >= most) return refused("filters-full");
    await insertFilter(tx, { deskId, id, memberId, name, query, shared }, now);
    if (shared) {
      const event = { action: "filter.share", subjectId: id, details: { name } } as const;
      await appendAudit(tx, { deskId, actorId: memberId, now }, event);
    }
    return ok({ id });
  });
}
