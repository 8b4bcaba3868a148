import type { Db } from "#lib/server/db/client.ts";

/** How many claims of each state a database holds, over all desks. */
export async function countClaimsByState(db: Db): Promise<Map<string, number>> {
  const rows = await db.claim.groupBy({ by: ["state"], _count: { _all: true } });
  return new Map(rows.map((row) => [row.state, row._count._all]));
}
