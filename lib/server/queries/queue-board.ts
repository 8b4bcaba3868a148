import "server-only";
import type { ClaimState } from "#lib/domain/claim.ts";
import { boardStates, type QueueFilter } from "#lib/domain/queue-filter.ts";
import type { BoardView, WorkloadRow } from "#lib/domain/queue-views.ts";
import type { Context } from "#lib/server/context.ts";
import { queueReader } from "#lib/server/queries/queue-reader.ts";
import { queueRows } from "#lib/server/queries/queue-row.ts";
import { presentMembers } from "#lib/server/repositories/members.ts";
import { queueCount, queueRecords } from "#lib/server/repositories/queue.ts";
import { workCounts } from "#lib/server/repositories/workload.ts";

const cards = 15;
const countedUpTo = 100;

/** The claims of a filter by what stands with their author, the first 15 of each column; the rest is a filter away. */
export async function queueBoard(context: Context, filter: QueueFilter): Promise<BoardView> {
  const found = await queueReader(context);
  if (found === null) return { columns: [] };
  const { reader, quorum } = found;
  const wanted = boardStates.filter(({ states }) => filter.author.length === 0 || overlaps(states, filter.author));
  const columns = wanted.map(async ({ state, states }) => {
    const author = states.filter((one) => filter.author.length === 0 || filter.author.includes(one));
    const own = { ...filter, author };
    const [records, count] = await Promise.all([
      queueRecords(context.db, reader, { filter: own, after: null, take: cards }),
      queueCount(context.db, reader, own, countedUpTo),
    ]);
    const rows = await queueRows(context.db, reader.deskId, { records, quorum });
    return { state, states: author, count, rows };
  });
  return { columns: await Promise.all(columns) };
}

function overlaps(one: readonly ClaimState[], other: readonly ClaimState[]): boolean {
  return one.some((state) => other.includes(state));
}

/** How much work each person of the desk has, the most first; what nobody has comes last. */
export async function workload(context: Context): Promise<WorkloadRow[]> {
  const found = await queueReader(context);
  if (found === null) return [];
  const [members, counts] = await Promise.all([
    presentMembers(context.db, context.actor.deskId),
    workCounts(context.db, found.reader),
  ]);
  const byMember = new Map(counts.map(({ memberId, ...work }) => [memberId, work]));
  const none = { open: 0, proposed: 0, returned: 0, stale: 0, overdue: 0, today: 0 };
  const total = ({ open, proposed, returned, stale }: typeof none) => open + proposed + returned + stale;
  const people = members
    .map(({ id, name, role }) => ({ member: { id, name }, role, ...(byMember.get(id) ?? none) }))
    .filter((row) => row.role !== "viewer" || total(row) > 0)
    .map(({ role: _, ...row }) => row)
    .sort((a, b) => total(b) - total(a));
  return [...people, { member: null, ...(byMember.get(null) ?? none) }];
}
