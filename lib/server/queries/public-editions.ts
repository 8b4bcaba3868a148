import "server-only";
import type { AnonymousContext } from "#lib/server/context.ts";
import { heldBack } from "#lib/server/queries/held-editions.ts";
import { confidentialEvidence } from "#lib/server/repositories/held-editions.ts";
import { type PublicEdition, publicEditions } from "#lib/server/repositories/publications.ts";

const perPage = 20;

/** One page of a desk's public editions, the latest first; `next` is the id to go on after, null on the last page. */
export type PublicEditions = { readonly editions: readonly PublicEdition[]; readonly next: string | null };

/**
 * `reviews` are the newest editions whose claims have pages of their own; `editions` are all that are public now. Those
 * that name a source which is confidential now are in neither.
 */
export async function publicEditionsPage(
  { db, now }: AnonymousContext,
  asked: { readonly deskId: string; readonly of: "reviews" | "editions"; readonly after: string | null },
): Promise<PublicEditions> {
  const { deskId, of, after } = asked;
  const found: PublicEdition[] = [];
  for (let from = after; ; ) {
    const rows = await publicEditions(db, deskId, { now, after: from, of, take: perPage + 1 });
    found.push(...(await openEditions({ db }, deskId, rows)));
    if (rows.length <= perPage || found.length > perPage) break;
    from = rows.at(-1)?.id ?? null;
  }
  const editions = found.slice(0, perPage);
  return { editions, next: found.length > perPage ? (editions.at(-1)?.id ?? null) : null };
}

/** Those that are not held back. */
async function openEditions(
  { db }: Pick<AnonymousContext, "db">,
  deskId: string,
  rows: readonly PublicEdition[],
): Promise<PublicEdition[]> {
  const articleIds = [...new Set(rows.map(({ articleId }) => articleId))];
  const byArticle = Map.groupBy(await confidentialEvidence(db, deskId, articleIds), ({ articleId }) => articleId);
  const open: PublicEdition[] = [];
  for (const row of rows) {
    const confidential = (byArticle.get(row.articleId) ?? []).map(({ id }) => id);
    const held = await heldBack({ db }, { ...row, deskId, confidential });
    if (!held.includes(row.number)) open.push(row);
  }
  return open;
}
