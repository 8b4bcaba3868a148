import "server-only";
import { priorities, staleSentences } from "#lib/domain/claim.ts";
import { reviewerStatusOf, reviewerWords } from "#lib/domain/queue-filter.ts";
import type { QueueRow } from "#lib/domain/queue-views.ts";
import type { Quorum } from "#lib/domain/quorum.ts";
import { ratingIconOf } from "#lib/domain/rating-icon.ts";
import { type StaleCause, staleWhy } from "#lib/domain/stale-why.ts";
import type { Tx } from "#lib/server/db/client.ts";
import type { QueueCursor, QueueRecord } from "#lib/server/repositories/queue.ts";
import { staleCauses } from "#lib/server/repositories/stale-causes.ts";

/** Claims as the queue shows them, with why the stale ones among them are. */
export async function queueRows(
  tx: Tx,
  deskId: string,
  { records, quorum }: { readonly records: readonly QueueRecord[]; readonly quorum: Quorum },
): Promise<QueueRow[]> {
  const stale = records.filter((record) => record.state === "stale").map((record) => record.id);
  const causes = await staleCauses(tx, deskId, stale);
  return records.map((record) => queueRow(record, quorum, causes.get(record.id)));
}

/** A claim as the queue shows it, the author's side and the reviewers' side apart. */
function queueRow(record: QueueRecord, quorum: Quorum, cause: StaleCause | undefined): QueueRow {
  const { personId, personName, ratingLabel, ratingToken } = record;
  const icon = ratingIconOf(record.ratingIcon ?? "");
  return {
    claimId: record.id,
    articleId: record.articleId,
    articleTitle: record.articleTitle,
    number: record.number,
    statement: record.statement === "" ? record.quote : record.statement,
    state: record.state,
    staleReason: record.staleReason,
    rating: ratingLabel === null || ratingToken === null ? null : { label: ratingLabel, token: ratingToken, icon },
    author: personId === null || personName === null ? null : { id: personId, name: personName },
    reviewer: reviewerOf(record, quorum, cause),
    dueAt: record.dueAt?.toISOString() ?? null,
    priority: record.priority,
    assigneeId: record.assigneeId,
    planVersion: record.planVersion,
  };
}

function reviewerOf(
  record: QueueRecord,
  { needed, voters }: Quorum,
  cause: StaleCause | undefined,
): QueueRow["reviewer"] {
  const status = reviewerStatusOf(record.state, record.votes > 0);
  const plain = { line: reviewerWords[status], reason: "" };
  switch (status) {
    case "not-asked":
      return plain;
    case "waiting":
      return { ...plain, reason: returnedBefore(record.returns) || (needed > 1 ? `needs ${needed}` : "") };
    case "voting":
      return {
        line: `${record.votes} of ${voters} votes`,
        reason: returnedBefore(record.returns) || `${record.approvals} for it, needs ${needed}`,
      };
    case "returned":
      return {
        line: record.returns === 1 ? "Returned once" : `Returned ${record.returns} times`,
        reason: record.returnedBy ?? "",
      };
    case "approved":
      return voters === 1 ? plain : { line: `${record.votes} of ${voters} votes`, reason: "" };
    case "lapsed":
      return { ...plain, reason: whyLapsed(record, cause) };
  }
}

function whyLapsed({ staleReason }: QueueRecord, cause: StaleCause | undefined): string {
  if (cause !== undefined) return staleWhy(cause);
  return staleReason === null ? "" : staleSentences[staleReason];
}

function returnedBefore(times: number): string {
  if (times === 0) return "";
  return times === 1 ? "returned once before" : `returned ${times} times before`;
}

/** Where the next page begins, for an address. */
export function cursorOf(record: QueueRecord | undefined): string | null {
  if (record === undefined) return null;
  const { dueAt, priority, updatedAt, id } = record;
  return [dueAt?.toISOString() ?? "", priority, updatedAt.toISOString(), id].join("~");
}

/** What `cursorOf` wrote; null for anything else, which begins at the first page. */
export function parseCursor(cursor: string): QueueCursor | null {
  const moment = "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z";
  const match = new RegExp(`^(${moment})?~([a-z]+)~(${moment})~([0-9a-f-]{36})$`).exec(cursor);
  const [, due, urgency, changed, id] = match ?? [];
  const priority = priorities.find((known) => known === urgency);
  if (priority === undefined || changed === undefined || id === undefined || !isUuid(id)) return null;
  const dueAt = due === undefined ? null : new Date(due);
  const updatedAt = new Date(changed);
  const isTime = (at: Date | null) => at === null || !Number.isNaN(at.getTime());
  return isTime(dueAt) && isTime(updatedAt) ? { dueAt, priority, updatedAt, id } : null;
}

const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
