import type { Metadata } from "next";
import { SourceList } from "#components/desk/source-list.tsx";
import { sourceSearch } from "#lib/server/queries/source-search.ts";
import { pageContext } from "#lib/server/session.ts";

export const metadata: Metadata = { title: "Sources" };

type Props = { searchParams: Promise<{ find?: string | string[] }> };

export default async function SourcesPage({ searchParams }: Props) {
  const { find } = await searchParams;
  const words = typeof find === "string" ? find : "";
  const sources = await sourceSearch(await pageContext(), { words, take: 200 });
  return <SourceList sources={sources} words={words} />;
}
