import "server-only";
import type { Tx } from "#lib/server/db/client.ts";

type Key = { readonly deskId: string; readonly articleId: string; readonly claimId: string };

/**
 * The number of the last edition before `before` that prints a claim of this article; null where none does. The snapshot
 * is canonical JSON, in whose strings a quotation mark is escaped, so the name and the id together are never somebody's
 * words. No snapshot is searched for what is no claim of the article.
 */
export async function lastPrintedIn(
  tx: Tx,
  { deskId, articleId, claimId, before }: Key & { readonly before: number },
): Promise<number | null> {
  const claim = await tx.claim.findFirst({ where: { deskId, articleId, id: claimId }, select: { id: true } });
  if (claim === null) return null;
  const [row] = await tx.$queryRaw<{ number: number }[]>`
    SELECT number FROM "Edition"
    WHERE "deskId" = ${deskId}::uuid AND "articleId" = ${articleId}::uuid AND number < ${before}
      AND strpos(snapshot, ${`"id":"${claimId}"`}) > 0
    ORDER BY number DESC LIMIT 1`;
  return row?.number ?? null;
}
