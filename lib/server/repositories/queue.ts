import "server-only";
import type { ClaimState, Priority, StaleReason } from "#lib/domain/claim.ts";
import type { RatingToken } from "#lib/domain/rating.ts";
import type { QueueView } from "#lib/domain/views.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { Prisma } from "#lib/server/db/generated/client.ts";

type Reader = { readonly deskId: string; readonly memberId: string; readonly mayReview: boolean };

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
  readonly personId: string | null;
  readonly personName: string | null;
  readonly ratingLabel: string | null;
  readonly ratingToken: RatingToken | null;
  readonly approvals: number;
  readonly returns: number;
  readonly returnedBy: string | null;
};

/** Where a page of the queue begins: the due date (null: none) and id of the last row of the page before. */
export type QueueCursor = { readonly dueAt: Date | null; readonly id: string };

const latestAuthor = Prisma.sql`(SELECT r."authorId" FROM "VerdictRevision" r WHERE r."deskId" = c."deskId" AND r."claimId" = c.id ORDER BY r.number DESC LIMIT 1)`;

/** The claims that nobody has placed in the newest version of their article. */
const toPlace = (deskId: string) => Prisma.sql`SELECT p."claimId" FROM "Placement" p
  JOIN "ArticleVersion" v ON v."deskId" = p."deskId" AND v.id = p."versionId"
  WHERE p."deskId" = ${deskId}::uuid AND p.active AND p."placedById" IS NULL AND p.kind IN ('changed', 'ambiguous', 'lost')
    AND NOT EXISTS (SELECT 1 FROM "ArticleVersion" n
      WHERE n."deskId" = v."deskId" AND n."articleId" = v."articleId" AND n.number > v.number)`;

function condition(view: QueueView, { deskId, memberId, mayReview }: Reader): Prisma.Sql {
  switch (view) {
    case "waiting":
      return mayReview
        ? Prisma.sql`c.state = 'proposed'
          AND NOT EXISTS (SELECT 1 FROM contributors_of(c."deskId", c.id) k WHERE k."memberId" = ${memberId}::uuid)
          AND NOT EXISTS (SELECT 1 FROM "Review" v WHERE v."deskId" = c."deskId" AND v."reviewerId" = ${memberId}::uuid
            AND v.decision <> 'comment' AND v."revisionId" = (SELECT r.id FROM "VerdictRevision" r
              WHERE r."deskId" = c."deskId" AND r."claimId" = c.id ORDER BY r.number DESC LIMIT 1))`
        : Prisma.sql`false`;
    case "mine":
      return Prisma.sql`c."assigneeId" = ${memberId}::uuid AND c.state IN ('open', 'progress', 'proposed', 'returned', 'stale')`;
    case "returned":
      return Prisma.sql`c.state = 'returned' AND (c."assigneeId" = ${memberId}::uuid OR ${latestAuthor} = ${memberId}::uuid)`;
    case "stale":
      return Prisma.sql`c.state = 'stale'`;
    case "placing":
      return Prisma.sql`c.state <> 'withdrawn' AND c.id IN (${toPlace(deskId)})`;
    case "unassigned":
      return Prisma.sql`c."assigneeId" IS NULL AND c.state IN ('open', 'progress', 'stale')`;
    case "everything":
      return Prisma.sql`c.state <> 'withdrawn'`;
  }
}

/** Claims of one view of the queue, those due first at the head, at most `take`. */
export async function queueRecords(
  tx: Tx,
  reader: Reader,
  page: { view: QueueView; after: QueueCursor | null; take: number },
): Promise<QueueRecord[]> {
  const { after } = page;
  const from =
    after === null
      ? Prisma.sql`true`
      : after.dueAt === null
        ? Prisma.sql`(c."dueAt" IS NULL AND c.id > ${after.id}::uuid)`
        : Prisma.sql`(c."dueAt" IS NULL OR (c."dueAt", c.id) > (${after.dueAt}::timestamptz, ${after.id}::uuid))`;
  return await tx.$queryRaw<QueueRecord[]>`
    WITH page AS (
      SELECT c.* FROM "Claim" c
      WHERE c."deskId" = ${reader.deskId}::uuid AND ${condition(page.view, reader)} AND ${from}
      ORDER BY c."dueAt" ASC NULLS LAST, c.id LIMIT ${page.take}
    )
    SELECT c.id, c."articleId", a.title AS "articleTitle", c.number, c.statement, c.state::text AS state,
      c."staleReason"::text AS "staleReason", c."dueAt", c.priority::text AS priority,
      coalesce((SELECT p.quote FROM "Placement" p WHERE p."deskId" = c."deskId" AND p."claimId" = c.id
        ORDER BY p."placedAt" DESC LIMIT 1), '') AS quote,
      m.id AS "personId", m.name AS "personName",
      t.label AS "ratingLabel", t.token::text AS "ratingToken",
      coalesce(v.approvals, 0)::int AS approvals, coalesce(v.returns, 0)::int AS returns, v."returnedBy"
    FROM page c
    JOIN "Article" a ON a."deskId" = c."deskId" AND a.id = c."articleId"
    LEFT JOIN LATERAL (SELECT r.id, r."ratingId", r."authorId" FROM "VerdictRevision" r
      WHERE r."deskId" = c."deskId" AND r."claimId" = c.id ORDER BY r.number DESC LIMIT 1) r ON true
    LEFT JOIN "Rating" t ON t."deskId" = c."deskId" AND t.id = r."ratingId"
    LEFT JOIN "Member" m ON m."deskId" = c."deskId" AND m.id = coalesce(c."assigneeId", r."authorId")
    LEFT JOIN LATERAL (
      SELECT count(*) FILTER (WHERE w.decision = 'approve' AND w."revisionId" = r.id) AS approvals,
        count(*) FILTER (WHERE w.decision = 'return') AS returns,
        (array_agg(n.name ORDER BY w."createdAt" DESC) FILTER (WHERE w.decision = 'return'))[1] AS "returnedBy"
      FROM "Review" w JOIN "Member" n ON n."deskId" = w."deskId" AND n.id = w."reviewerId"
      WHERE w."deskId" = c."deskId" AND w."claimId" = c.id) v ON true
    ORDER BY c."dueAt" ASC NULLS LAST, c.id`;
}

/** How many claims a view holds, counted up to `most`. */
export async function queueCount(tx: Tx, reader: Reader, view: QueueView, most: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM "Claim" c WHERE c."deskId" = ${reader.deskId}::uuid AND ${condition(view, reader)} LIMIT ${most}
    ) counted`;
  return row?.count ?? 0;
}
