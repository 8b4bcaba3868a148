import "server-only";
import type { ArticleRow } from "#lib/domain/views.ts";
import { can } from "#lib/policy/can.ts";
import { readCursor, writtenCursor } from "#lib/schemas/change-cursor.ts";
import type { Context } from "#lib/server/context.ts";
import { articleRows, claimCounts } from "#lib/server/repositories/articles.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";

const pageSize = 50;

type ArticleList = { readonly rows: readonly ArticleRow[]; readonly next: string | null; readonly mayImport: boolean };

/** The desk's articles, the latest changed first, 50 a page; `next` is the cursor of the page after. */
export async function articleList({ actor, db }: Context, asked: { before: string | null }): Promise<ArticleList> {
  if (!can(actor, "desk.read", actor)) return { rows: [], next: null, mayImport: false };
  const found = await articleRows(db, actor.deskId, { before: readCursor(asked.before), take: pageSize + 1 });
  const page = found.slice(0, pageSize);
  const counts = await claimCounts(db, actor.deskId, {
    articleIds: page.map((row) => row.id),
    blind: await blindClaims(db, actor),
  });
  const rows = page.map((row) => ({
    id: row.id,
    title: row.title,
    byline: row.byline,
    publisher: row.publisher,
    updatedAt: row.updatedAt.toISOString(),
    version: row.versions[0]?.number ?? 1,
    counts: Object.fromEntries(
      counts.filter((count) => count.articleId === row.id).map(({ state, claims }) => [state, claims]),
    ),
  }));
  const last = found.length > pageSize ? page.at(-1) : undefined;
  const next = last === undefined ? null : writtenCursor(last);
  return { rows, next, mayImport: can(actor, "article.import", actor) };
}
