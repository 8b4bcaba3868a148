import type { Metadata } from "next";
import { EditionsPage } from "#components/edition/editions-page.tsx";
import { can } from "#lib/policy/can.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { articleById } from "#lib/server/queries/by-id.ts";
import { editionsOfArticle } from "#lib/server/queries/editions-of-article.ts";
import { pageContext } from "#lib/server/session.ts";
import { withdraw } from "../../../../withdraw-actions.ts";

export const metadata: Metadata = { title: "Editions" };

export default async function Page({ params }: { params: Promise<{ articleId: string }> }) {
  const { articleId } = await params;
  const context = await pageContext();
  const [article, editions] = await Promise.all([
    articleById(context, articleId),
    editionsOfArticle(context, articleId),
  ]);
  const { id, title } = shown(article);
  const mayWithdraw = can(context.actor, "report.publish", context.actor);
  return <EditionsPage article={{ id, title }} editions={shown(editions)} withdraw={mayWithdraw ? withdraw : null} />;
}
