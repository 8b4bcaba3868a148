import "server-only";
import { staleSentences } from "#lib/domain/claim.ts";
import type { QueuePage, QueueRow, QueueView } from "#lib/domain/views.ts";
import { queueViews } from "#lib/domain/views.ts";
import { can } from "#lib/policy/can.ts";
import type { Context } from "#lib/server/context.ts";
import { deskById } from "#lib/server/repositories/desks.ts";
import type { QueueCursor, QueueRecord } from "#lib/server/repositories/queue.ts";
import { queueCount, queueRecords } from "#lib/server/repositories/queue.ts";

const pageSize = 50;
const countedUpTo = 10_000;

/** One page of the queue, 50 claims, those due first at the head; `after` is the `next` of the page before. */
export async function reviewQueue(
  context: Context,
  options: { readonly view: QueueView; readonly after: string | null },
): Promise<QueuePage> {
  const { db } = context;
  const { reader, approvalsNeeded } = await readerOf(context);
  const records = await queueRecords(db, reader, {
    view: options.view,
    after: options.after === null ? null : parseCursor(options.after),
    take: pageSize + 1,
  });
  const counted = await Promise.all(
    queueViews.map(async (view) => [view, await queueCount(db, reader, view, countedUpTo)] as const),
  );
  const count = (view: QueueView) => counted.find(([name]) => name === view)?.[1] ?? 0;
  const page = records.slice(0, pageSize);
  return {
    view: options.view,
    counts: {
      waiting: count("waiting"),
      mine: count("mine"),
      returned: count("returned"),
      stale: count("stale"),
      placing: count("placing"),
      unassigned: count("unassigned"),
      everything: count("everything"),
    },
    rows: page.map((record) => rowOf(record, approvalsNeeded)),
    next: records.length > pageSize ? cursorOf(page.at(-1)) : null,
  };
}

/** How many verdicts wait for this person's review; shown in the bar of every page. */
export async function waitingCount(context: Context): Promise<number> {
  const { reader } = await readerOf(context);
  return await queueCount(context.db, reader, "waiting", 1000);
}

/** The claims before and after one in this person's waiting list. */
export async function queueNeighbours(
  context: Context,
  claimId: string,
): Promise<{ earlier: string | null; later: string | null }> {
  const { reader } = await readerOf(context);
  const records = await queueRecords(context.db, reader, { view: "waiting", after: null, take: 500 });
  const index = records.findIndex((record) => record.id === claimId);
  if (index < 0) return { earlier: null, later: records[0]?.id ?? null };
  return { earlier: records[index - 1]?.id ?? null, later: records[index + 1]?.id ?? null };
}

async function readerOf({ actor, db }: Context) {
  const { deskId, memberId } = actor;
  const desk = await deskById(db, deskId);
  const checkersMayReview = desk?.checkersMayReview ?? false;
  const mayReview = can(actor, "verdict.review", { deskId, checkersMayReview });
  return { reader: { deskId, memberId, mayReview }, approvalsNeeded: desk?.approvalsNeeded ?? 1 };
}

function rowOf(record: QueueRecord, approvalsNeeded: number): QueueRow {
  const { personId, personName, ratingLabel, ratingToken } = record;
  return {
    claimId: record.id,
    articleId: record.articleId,
    articleTitle: record.articleTitle,
    number: record.number,
    statement: record.statement === "" ? record.quote : record.statement,
    state: record.state,
    staleReason: record.staleReason,
    rating: ratingLabel === null || ratingToken === null ? null : { label: ratingLabel, token: ratingToken },
    author: personId === null || personName === null ? null : { id: personId, name: personName },
    reviewer: reviewerOf(record, approvalsNeeded),
    dueAt: record.dueAt?.toISOString() ?? null,
    priority: record.priority,
  };
}

function reviewerOf(record: QueueRecord, approvalsNeeded: number): QueueRow["reviewer"] {
  switch (record.state) {
    case "open":
    case "progress":
    case "withdrawn":
      return { line: "Not asked", reason: "" };
    case "proposed": {
      const line = record.approvals === 0 ? "No vote yet" : `${record.approvals} of ${approvalsNeeded} votes`;
      const again =
        record.returns === 0
          ? ""
          : record.returns === 1
            ? "returned once before"
            : `returned ${record.returns} times before`;
      return { line, reason: approvalsNeeded > 1 && again === "" ? `needs ${approvalsNeeded}` : again };
    }
    case "returned":
      return {
        line: record.returns === 1 ? "Returned once" : `Returned ${record.returns} times`,
        reason: record.returnedBy ?? "",
      };
    case "approved":
    case "published":
      return { line: `${record.approvals} of ${approvalsNeeded} votes`, reason: "" };
    case "stale":
      return { line: "Approval lapsed", reason: record.staleReason === null ? "" : staleSentences[record.staleReason] };
  }
}

function cursorOf(record: QueueRecord | undefined): string | null {
  return record === undefined ? null : `${record.dueAt?.toISOString() ?? ""}~${record.id}`;
}

function parseCursor(cursor: string): QueueCursor | null {
  const match = /^([0-9TZ:.-]*)~([0-9a-f-]{36})$/.exec(cursor);
  const [, due, id] = match ?? [];
  if (due === undefined || id === undefined) return null;
  const dueAt = due === "" ? null : new Date(due);
  return dueAt !== null && Number.isNaN(dueAt.getTime()) ? null : { dueAt, id };
}
