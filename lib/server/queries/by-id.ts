import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import type { Report } from "#lib/domain/report.ts";
import type { PlacingPage, VersionsPage } from "#lib/domain/version-views.ts";
import type { ArticleView, ClaimView } from "#lib/domain/views.ts";
import { identifier } from "#lib/schemas/text.ts";
import type { Context } from "#lib/server/context.ts";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { articleReport } from "#lib/server/queries/article-report.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { placingPage } from "#lib/server/queries/placing-page.ts";
import { versionsPage } from "#lib/server/queries/versions-page.ts";

/** What an address names, where what stands in it may not even be an id. */
type ById<Value> = (context: Context, id: string) => Promise<Outcome<Value>>;

function byId<Value>(query: ById<Value>): ById<Value> {
  return async (context, text) => {
    const id = identifier.safeParse(text);
    return id.success ? await query(context, id.data) : notFound();
  };
}

export const articleById: ById<ArticleView> = byId(articlePage);
export const claimById: ById<ClaimView> = byId(claimPage);
export const reportById: ById<Report> = byId(articleReport);
export const versionsById: ById<VersionsPage> = byId(versionsPage);

/** `after` is the id of the last claim of the page before; null for the first. */
export function toPlaceById(context: Context, id: string, after: string | null): Promise<Outcome<PlacingPage>> {
  return byId((asked, articleId) => placingPage(asked, { articleId, after }))(context, id);
}
