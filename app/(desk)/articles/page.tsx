import type { Metadata } from "next";
import { ArticleList } from "#components/desk/article-list.tsx";
import { articleList } from "#lib/server/queries/article-list.ts";
import { pageContext } from "#lib/server/session.ts";

export const metadata: Metadata = { title: "Articles" };

type Props = { searchParams: Promise<{ before?: string | string[] }> };

export default async function ArticlesPage({ searchParams }: Props) {
  const { before } = await searchParams;
  const after = typeof before === "string" ? before : null;
  const { rows, next, mayImport } = await articleList(await pageContext(), { before: after });
  return (
    <ArticleList
      rows={rows}
      mayImport={mayImport}
      next={next === null ? null : `?before=${encodeURIComponent(next)}`}
    />
  );
}
