import "server-only";
import type { Tx } from "#lib/server/db/client.ts";

type Asked = {
  readonly before: { readonly updatedAt: Date; readonly id: string } | null;
  readonly take: number;
  readonly blind: ReadonlySet<string>;
};

type StoredReportRow = {
  readonly articleId: string;
  readonly title: string;
  readonly updatedAt: Date;
  readonly claims: number;
  readonly signedOff: number;
  readonly id: string | null;
  readonly number: number | null;
  readonly publishedAt: Date | null;
  readonly isWithdrawal: boolean | null;
  readonly isPublic: boolean | null;
  readonly embargoUntil: Date | null;
};

/**
 * The desk's articles by last change, newest first, from after `before`, each with its counts and its newest edition, in
 * one statement. Claims of `blind` count as not signed off, and an edition that prints one of them is passed over: the
 * snapshots of the articles they are in are read for that, and no others.
 */
export async function reportRows(tx: Tx, deskId: string, { before, take, blind }: Asked): Promise<StoredReportRow[]> {
  const hidden = [...blind];
  return await tx.$queryRaw<StoredReportRow[]>`
    SELECT a.id::text AS "articleId", a.title, a."updatedAt", c.claims, c."signedOff",
      e.id::text, e.number, e."publishedAt", e."isWithdrawal", p."isPublic", p."embargoUntil"
    FROM (SELECT id, title, "updatedAt" FROM "Article"
      WHERE "deskId" = ${deskId}::uuid AND "archivedAt" IS NULL
        AND (${before === null} OR ("updatedAt", id) < (${before?.updatedAt ?? null}::timestamptz, ${before?.id ?? null}::uuid))
      ORDER BY "updatedAt" DESC, id DESC LIMIT ${take}::int) a
    CROSS JOIN LATERAL (SELECT count(*)::int AS claims, count(*) FILTER (
        WHERE state IN ('approved', 'published') AND id <> ALL(${hidden}::uuid[]))::int AS "signedOff"
      FROM "Claim" WHERE "deskId" = ${deskId}::uuid AND "articleId" = a.id AND state <> 'withdrawn') c
    LEFT JOIN LATERAL (SELECT id, number, "publishedAt", "isWithdrawal" FROM "Edition" n
      WHERE n."deskId" = ${deskId}::uuid AND n."articleId" = a.id AND NOT EXISTS (SELECT 1 FROM "Claim" k
        WHERE k."deskId" = ${deskId}::uuid AND k."articleId" = a.id AND k.id = ANY(${hidden}::uuid[])
          AND strpos(n.snapshot, k.id::text) > 0)
      ORDER BY n.number DESC LIMIT 1) e ON true
    LEFT JOIN "Publication" p ON p."deskId" = ${deskId}::uuid AND p."articleId" = a.id
    ORDER BY a."updatedAt" DESC, a.id DESC`;
}
