import "server-only";
import type { Tx } from "#lib/server/db/client.ts";

/** So many that fit are ranked; of common words only some are looked at. */
const mostRanked = 500;

type Wanted = {
  /** The claim that evidence is sought for. */
  readonly claimId: string;
  /** In the language of `to_tsquery`, without a configuration. */
  readonly query: string;
  /** Sources that fit as well, and what was merged into them. */
  readonly sourceIds: readonly string[];
  readonly take: number;
};

/** Evidence of other claims whose passage, claim or source fits, the best fitting passage and then the newest first. */
export async function findReusable(tx: Tx, deskId: string, { claimId, query, sourceIds, take }: Wanted) {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH asked AS (SELECT to_tsquery('simple', ${query}) AS q),
    fitting AS (
      (SELECT e.id FROM "Evidence" e, asked WHERE e."deskId" = ${deskId}::uuid AND e."removedAt" IS NULL
        AND to_tsvector('simple', e.passage) @@ asked.q LIMIT ${mostRanked})
      UNION (SELECT e.id FROM asked, "Claim" c JOIN "Evidence" e ON e."deskId" = c."deskId" AND e."claimId" = c.id
        WHERE c."deskId" = ${deskId}::uuid AND to_tsvector('simple', c.statement) @@ asked.q LIMIT ${mostRanked})
      UNION (SELECT e.id FROM "Source" s JOIN "Evidence" e ON e."deskId" = s."deskId" AND e."sourceId" = s.id
        WHERE s."deskId" = ${deskId}::uuid AND (s.id = ANY(${sourceIds}::uuid[]) OR s."mergedIntoId" = ANY(${sourceIds}::uuid[]))
        LIMIT ${mostRanked}))
    SELECT e.id FROM asked, fitting f JOIN "Evidence" e ON e."deskId" = ${deskId}::uuid AND e.id = f.id
    JOIN "Claim" c ON c."deskId" = e."deskId" AND c.id = e."claimId"
    WHERE e."removedAt" IS NULL AND e."claimId" <> ${claimId}::uuid
    ORDER BY ts_rank(to_tsvector('simple', e.passage || ' ' || c.statement), asked.q) DESC, e."createdAt" DESC, e.id
    LIMIT ${take}`;
  const ids = rows.map((row) => row.id);
  const found = await tx.evidence.findMany({
    where: { deskId, id: { in: ids } },
    include: {
      source: { include: { mergedInto: true } },
      claim: { select: { number: true, statement: true, article: { select: { title: true } } } },
    },
  });
  return found.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
