import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache, type ReactNode } from "react";
import { ArticleDetails } from "#components/article/article-details.tsx";
import { Bench } from "#components/article/bench.tsx";
import { heldWordsCookie } from "#components/live/held-words.ts";
import type { ArticleView } from "#lib/domain/views.ts";
import { identifier } from "#lib/schemas/text.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { pageContext } from "#lib/server/session.ts";
import { correct } from "../../../article-actions.ts";
import { mark } from "../../../claim-actions.ts";
import { place, placingClaim } from "../../../version-actions.ts";

type Props = { children: ReactNode; params: Promise<{ articleId: string }> };

const articleOf = cache(async (params: Props["params"]) => {
  const id = identifier.safeParse((await params).articleId);
  return id.success ? shown(await articlePage(await pageContext(), id.data)) : notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await articleOf(params)).title };
}

export default async function BenchLayout({ children, params }: Props) {
  const article = await articleOf(params);
  return (
    <main id="main">
      <Bench
        article={article}
        hasWords={await hasWords(article.version.id)}
        markClaim={mark}
        placingClaim={placingClaim}
        place={place}
        actions={article.may.edit ? <ArticleDetails article={detailsOf(article)} action={correct} /> : null}
      >
        {children}
      </Bench>
    </main>
  );
}

/**
 * An action's answer goes to the very page that sent it, and what it redraws of this article is never its words. Nor is
 * what a page reads anew that names the version whose words it shows. A document that is opened always has them.
 */
async function hasWords(versionId: string): Promise<boolean> {
  const asked = await headers();
  if (asked.has("next-action")) return true;
  return asked.get("sec-fetch-dest") === "empty" && (await cookies()).get(heldWordsCookie)?.value === versionId;
}

/** No more than the dialog shows: the browser is sent all that it is given. */
function detailsOf(article: ArticleView) {
  const { id, title, byline, publisher, publishedOn, address, language, rowVersion } = article;
  return { id, title, byline, publisher, publishedOn, address, language, rowVersion };
}
