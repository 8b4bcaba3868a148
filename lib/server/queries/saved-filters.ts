import "server-only";
import type { SavedFilterView } from "#lib/domain/queue-filter.ts";
import { can } from "#lib/policy/can.ts";
import type { Context } from "#lib/server/context.ts";
import { filtersFor } from "#lib/server/repositories/saved-filters.ts";

/** One's own filters of the queue and those that colleagues share, by name. */
export async function savedFilters({ actor, db }: Context): Promise<SavedFilterView[]> {
  if (!can(actor, "filter.keep", actor)) return [];
  const rows = await filtersFor(db, actor.deskId, actor.memberId);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    query: row.query,
    isShared: row.shared,
    by: row.memberId === actor.memberId ? null : row.member.name,
    mayRemove: row.memberId === actor.memberId || can(actor, "claim.assign", row),
    rowVersion: row.rowVersion,
  }));
}
