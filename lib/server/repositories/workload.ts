import "server-only";
import { openStates } from "#lib/domain/claim.ts";
import type { WorkloadRow } from "#lib/domain/queue-views.ts";
import type { Tx } from "#lib/server/db/client.ts";
import type { QueueReader } from "#lib/server/repositories/queue-conditions.ts";

type WorkRecord = Omit<WorkloadRow, "member"> & { readonly memberId: string | null };

/**
 * The claims that are not decided, counted by whoever has them; null is nobody. What the reader is blind for counts as in
 * progress.
 */
export async function workCounts(tx: Tx, reader: QueueReader): Promise<WorkRecord[]> {
  const blind = [...reader.blind];
  const tomorrow = new Date(reader.today.getTime() + 86_400_000);
  return await tx.$queryRaw<WorkRecord[]>`
    SELECT w."assigneeId" AS "memberId",
      count(*) FILTER (WHERE w.state IN ('open', 'progress'))::int AS open,
      count(*) FILTER (WHERE w.state = 'proposed')::int AS proposed,
      count(*) FILTER (WHERE w.state = 'returned')::int AS returned,
      count(*) FILTER (WHERE w.state = 'stale')::int AS stale,
      count(*) FILTER (WHERE w."dueAt" < ${reader.today}::timestamptz)::int AS overdue,
      count(*) FILTER (WHERE w."dueAt" >= ${reader.today}::timestamptz AND w."dueAt" < ${tomorrow}::timestamptz)::int AS today
    FROM (
      SELECT c."assigneeId", c."dueAt", CASE WHEN c.id = ANY(${blind}::uuid[]) THEN 'progress' ELSE c.state END AS state
      FROM "Claim" c WHERE c."deskId" = ${reader.deskId}::uuid AND c.state <> 'withdrawn'
        AND (c.state = ANY(${[...openStates]}::"ClaimState"[]) OR c.id = ANY(${blind}::uuid[]))
    ) w GROUP BY w."assigneeId"`;
}
