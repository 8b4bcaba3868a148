import "server-only";
import type { Tx } from "#lib/server/db/client.ts";

/** How often, and when last, evidence that was not removed cites each source or what was merged into it. */
export async function usesOfSources(
  tx: Tx,
  deskId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly uses: number; readonly lastUsedAt: Date }>> {
  const rows = await tx.$queryRaw<{ id: string; uses: number; lastUsedAt: Date }[]>`
    SELECT w.id, count(*)::int AS uses, max(e."createdAt") AS "lastUsedAt"
    FROM (
      SELECT id, id AS cited FROM unnest(${ids}::uuid[]) AS asked (id)
      UNION ALL
      SELECT "mergedIntoId", id FROM "Source" WHERE "deskId" = ${deskId}::uuid AND "mergedIntoId" = ANY(${ids}::uuid[])
    ) AS w
    JOIN "Evidence" e ON e."deskId" = ${deskId}::uuid AND e."sourceId" = w.cited AND e."removedAt" IS NULL
    GROUP BY w.id`;
  return new Map(rows.map(({ id, uses, lastUsedAt }) => [id, { uses, lastUsedAt }]));
}

/** Evidence that cites one of the sources, the latest first, after the piece named `after`. */
export async function usesOf(
  tx: Tx,
  deskId: string,
  options: { readonly sourceIds: readonly string[]; readonly after: string | null; readonly take: number },
) {
  const { sourceIds, after, take } = options;
  return await tx.evidence.findMany({
    where: { deskId, sourceId: { in: [...sourceIds] }, removedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    ...(after === null ? {} : { cursor: { deskId_id: { deskId, id: after } }, skip: 1 }),
    take,
    include: {
      linkedBy: { select: { id: true, name: true } },
      claim: { select: { number: true, statement: true, articleId: true, article: { select: { title: true } } } },
    },
  });
}

/** The addresses of the sources that are or were watched. */
export async function watchesOf(tx: Tx, deskId: string, sourceIds: readonly string[]) {
  return await tx.watch.findMany({
    where: { deskId, sourceId: { in: [...sourceIds] } },
    orderBy: [{ nextAt: "asc" }, { id: "asc" }],
    take: 100,
  });
}
