import "server-only";
import { isNarrowed, presetOf, type QueueFilter } from "#lib/domain/queue-filter.ts";
import type { QueuePage, QueueView } from "#lib/domain/queue-views.ts";
import type { Context } from "#lib/server/context.ts";
import type { Db } from "#lib/server/db/client.ts";
import { queueReader } from "#lib/server/queries/queue-reader.ts";
import { cursorOf, parseCursor, queueRows } from "#lib/server/queries/queue-row.ts";
import { queueCount, queueIds, queueRecords, viewCounts } from "#lib/server/repositories/queue.ts";
import type { QueueReader } from "#lib/server/repositories/queue-conditions.ts";

const pageSize = 50;
const countedUpTo = 100;
const noCounts = {
  counts: { waiting: 0, mine: 0, returned: 0, stale: 0, placing: 0, unassigned: 0, everything: 0 },
  matching: 0,
};

type QueueCounts = Pick<QueuePage, "counts" | "matching">;

type Asked = ({ readonly view: QueueView } | { readonly filter: QueueFilter }) & { readonly after: string | null };

/** One page of the queue, 50 claims in the filter's order; `after` is the `next` of the page before. */
export async function reviewQueue(context: Context, asked: Asked): Promise<QueuePage> {
  const { db } = context;
  const filter = "filter" in asked ? asked.filter : presetOf(asked.view);
  const found = await queueReader(context);
  if (found === null) return { view: filter.view, ...noCounts, rows: [], next: null };
  const { reader, quorum } = found;
  const after = asked.after === null ? null : parseCursor(asked.after);
  const [records, counts] = await Promise.all([
    queueRecords(db, reader, { filter, after, take: pageSize + 1 }),
    countsFor(db, reader, filter),
  ]);
  const page = records.slice(0, pageSize);
  return {
    view: filter.view,
    ...counts,
    rows: await queueRows(db, reader.deskId, { records: page, quorum }),
    next: records.length > pageSize ? cursorOf(page.at(-1)) : null,
  };
}

/** The counts of a page of the queue without its claims. */
export async function queueCounts(context: Context, filter: QueueFilter): Promise<QueueCounts> {
  const found = await queueReader(context);
  return found === null ? noCounts : await countsFor(context.db, found.reader, filter);
}

async function countsFor(db: Db, reader: QueueReader, filter: QueueFilter): Promise<QueueCounts> {
  const [counts, matching] = await Promise.all([
    viewCounts(db, reader, countedUpTo),
    isNarrowed(filter) ? queueCount(db, reader, filter, countedUpTo) : null,
  ]);
  return { counts, matching: matching ?? counts[filter.view] };
}

/** How many verdicts wait for this person's review, counted up to 100; shown in the bar of every page. */
export async function waitingCount(context: Context): Promise<number> {
  const found = await queueReader(context);
  return found === null ? 0 : await queueCount(context.db, found.reader, presetOf("waiting"), countedUpTo);
}

/** The claims before and after one in this person's waiting list. */
export async function queueNeighbours(
  context: Context,
  claimId: string,
): Promise<{ earlier: string | null; later: string | null }> {
  const found = await queueReader(context);
  if (found === null) return { earlier: null, later: null };
  const ids = await queueIds(context.db, found.reader, { filter: presetOf("waiting"), after: null, take: 500 });
  const index = ids.indexOf(claimId);
  if (index < 0) return { earlier: null, later: ids[0] ?? null };
  return { earlier: ids[index - 1] ?? null, later: ids[index + 1] ?? null };
}
