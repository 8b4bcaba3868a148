import type { Metadata } from "next";
import { WordingPage } from "#components/wording/wording-page.tsx";
import { identifier } from "#lib/schemas/text.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { wordingsOfArticle } from "#lib/server/queries/wordings-of-article.ts";
import { pageContext } from "#lib/server/session.ts";
import { answer } from "../../../../wording-actions.ts";

export const metadata: Metadata = { title: "Wording" };

type Props = {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<{ show?: string | string[]; after?: string | string[] }>;
};

export default async function WordingsRoute({ params, searchParams }: Props) {
  const { articleId } = await params;
  const { show, after } = await searchParams;
  const cursor = identifier.safeParse(after);
  const asked = {
    articleId,
    filter: show === "unanswered" ? "unanswered" : "all",
    after: cursor.success ? cursor.data : null,
  } as const;
  const page = shown(await wordingsOfArticle(await pageContext(), asked));
  return <WordingPage page={page} answer={answer} isFirst={asked.after === null} />;
}
