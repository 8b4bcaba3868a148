import "server-only";
import type { ClaimState, Priority, StaleReason } from "#lib/domain/claim.ts";
import type { QueueFilter, QueueOrder } from "#lib/domain/queue-filter.ts";
import type { QueueView } from "#lib/domain/queue-views.ts";
import { queueViews } from "#lib/domain/queue-views.ts";
import type { RatingToken } from "#lib/domain/rating.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { Prisma } from "#lib/server/db/generated/client.ts";
import { filterCondition, type QueueReader, viewCondition } from "#lib/server/repositories/queue-conditions.ts";

export type QueueRecord = {
  readonly id: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly number: number;
  readonly statement: string;
  readonly quote: string;
  readonly state: ClaimState;
  readonly staleReason: StaleReason | null;
  readonly dueAt: Date | null;
  readonly priority: Priority;
  readonly planVersion: number;
  readonly assigneeId: string | null;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly ratingLabel: string | null;
  readonly ratingToken: RatingToken | null;
  readonly ratingIcon: string | null;
  readonly approvals: number;
  readonly votes: number;
  readonly returns: number;
  readonly returnedBy: string | null;
  readonly updatedAt: Date;
};

/** Where a page of the queue begins: what the last row of the page before was ordered by, and its id. */
export type QueueCursor = {
  readonly id: string;
  readonly dueAt: Date | null;
  readonly priority: Priority;
  readonly updatedAt: Date;
};

const due = Prisma.sql`coalesce(c."dueAt", 'infinity')`;
const urgency = Prisma.sql`(CASE c.priority WHEN 'high' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END)`;
const urgencies: Readonly<Record<Priority, number>> = { high: 0, normal: 1, low: 2 };

/** When a claim changed last; of one that the reader is blind for, when it was made, for a vote changes it too. */
const changed = ({ blind }: QueueReader) =>
  blind.length === 0
    ? Prisma.sql`c."updatedAt"`
    : Prisma.sql`(CASE WHEN c.id = ANY(${[...blind]}::uuid[]) THEN c."createdAt" ELSE c."updatedAt" END)`;

/** The orders and what comes after a row in them, each as one comparison of rows, for which there is an index. */
function orderBy(order: QueueOrder, reader: QueueReader): Prisma.Sql {
  switch (order) {
    case "due":
      return Prisma.sql`${due}, c.id`;
    case "priority":
      return Prisma.sql`${urgency}, ${due}, c.id`;
    case "updated":
      return Prisma.sql`${changed(reader)} DESC, c.id DESC`;
  }
}

function following(order: QueueOrder, after: QueueCursor | null, reader: QueueReader): Prisma.Sql {
  if (after === null) return Prisma.sql`true`;
  const at = after.dueAt?.toISOString() ?? "infinity";
  switch (order) {
    case "due":
      return Prisma.sql`(${due}, c.id) > (${at}::timestamptz, ${after.id}::uuid)`;
    case "priority":
      return Prisma.sql`(${urgency}, ${due}, c.id) > (${urgencies[after.priority]}::int, ${at}::timestamptz, ${after.id}::uuid)`;
    case "updated":
      return Prisma.sql`(${changed(reader)}, c.id) < (${after.updatedAt}::timestamptz, ${after.id}::uuid)`;
  }
}

type PageOf = { readonly filter: QueueFilter; readonly after: QueueCursor | null; readonly take: number };

/** The ids of the claims that a filter lets through, in its order. */
export async function queueIds(tx: Tx, reader: QueueReader, { filter, after, take }: PageOf): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "Claim" c
    WHERE c."deskId" = ${reader.deskId}::uuid AND ${filterCondition(filter, reader)} AND ${following(filter.order, after, reader)}
    ORDER BY ${orderBy(filter.order, reader)} LIMIT ${take}`;
  return rows.map((row) => row.id);
}

/** Claims that a filter lets through, in its order, at most `take`. What the reader is blind for tells nothing. */
export async function queueRecords(tx: Tx, reader: QueueReader, page: PageOf): Promise<QueueRecord[]> {
  const { filter, after, take } = page;
  const blind = [...reader.blind];
  return await tx.$queryRaw<QueueRecord[]>`
    WITH page AS MATERIALIZED (
      SELECT c.*, ${changed(reader)} AS "changedAt", c.id = ANY(${blind}::uuid[]) AND c.state <> 'withdrawn' AS "isBlind" FROM "Claim" c
      WHERE c."deskId" = ${reader.deskId}::uuid AND ${filterCondition(filter, reader)} AND ${following(filter.order, after, reader)}
      ORDER BY ${orderBy(filter.order, reader)} LIMIT ${take}
    )
    SELECT c.id, c."articleId", a.title AS "articleTitle", c.number, c.statement,
      CASE WHEN c."isBlind" THEN 'progress' ELSE c.state::text END AS state,
      CASE WHEN c."isBlind" THEN NULL ELSE c."staleReason"::text END AS "staleReason",
      c."dueAt", c.priority::text AS priority, CASE WHEN c."isBlind" THEN 1 ELSE c."planVersion" END AS "planVersion", c."assigneeId", c."changedAt" AS "updatedAt",
      coalesce((SELECT p.quote FROM "Placement" p WHERE p."deskId" = c."deskId" AND p."claimId" = c.id
        ORDER BY p."placedAt" DESC LIMIT 1), '') AS quote,
      m.id AS "personId", m.name AS "personName",
      coalesce(nullif(r.sentence, ''), t.label) AS "ratingLabel", t.token::text AS "ratingToken", t.icon AS "ratingIcon",
      coalesce(v.approvals, 0)::int AS approvals, coalesce(v.votes, 0)::int AS votes, coalesce(v.returns, 0)::int AS returns,
      v."returnedBy"
    FROM page c
    JOIN "Article" a ON a."deskId" = c."deskId" AND a.id = c."articleId"
    LEFT JOIN LATERAL (SELECT r.id, r."ratingId", r.sentence, r."authorId" FROM "VerdictRevision" r
      WHERE r."deskId" = c."deskId" AND r."claimId" = c.id AND NOT c."isBlind" ORDER BY r.number DESC LIMIT 1) r ON true
    LEFT JOIN "Rating" t ON t."deskId" = c."deskId" AND t.id = r."ratingId"
    LEFT JOIN "Member" m ON m."deskId" = c."deskId" AND m.id = coalesce(c."assigneeId", r."authorId")
    LEFT JOIN LATERAL (
      SELECT count(*) FILTER (WHERE w.decision = 'approve' AND w."revisionId" = r.id) AS approvals,
        count(*) FILTER (WHERE w.decision <> 'comment' AND w."revisionId" = r.id) AS votes,
        count(*) FILTER (WHERE w.decision = 'return') AS returns,
        (array_agg(n.name ORDER BY w."createdAt" DESC) FILTER (WHERE w.decision = 'return'))[1] AS "returnedBy"
      FROM "Review" w JOIN "Member" n ON n."deskId" = w."deskId" AND n.id = w."reviewerId"
      WHERE w."deskId" = c."deskId" AND w."claimId" = c.id AND NOT c."isBlind") v ON true
    ORDER BY ${filter.order === "updated" ? Prisma.sql`c."changedAt" DESC, c.id DESC` : orderBy(filter.order, reader)}`;
}

const counting = (reader: QueueReader, condition: Prisma.Sql, most: number) => Prisma.sql`(SELECT count(*)::int FROM (
  SELECT 1 FROM "Claim" c WHERE c."deskId" = ${reader.deskId}::uuid AND ${condition} LIMIT ${most}) counted)`;

/** How many claims a filter lets through, counted up to `most`. */
export async function queueCount(tx: Tx, reader: QueueReader, filter: QueueFilter, most: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT ${counting(reader, filterCondition(filter, reader), most)} AS count`;
  return row?.count ?? 0;
}

/** How many claims each view holds, counted up to `most` each. */
export async function viewCounts(
  tx: Tx,
  reader: QueueReader,
  most: number,
): Promise<Readonly<Record<QueueView, number>>> {
  const counts = queueViews.map(
    (view) => Prisma.sql`${counting(reader, viewCondition(view, reader), most)} AS ${Prisma.raw(`"${view}"`)}`,
  );
  const [row] = await tx.$queryRaw<Record<QueueView, number>[]>`SELECT ${Prisma.join(counts)}`;
  return row ?? { waiting: 0, mine: 0, returned: 0, stale: 0, placing: 0, unassigned: 0, everything: 0 };
}
