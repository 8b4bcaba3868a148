import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SourcePage } from "#components/source/source-page.tsx";
import { shown } from "#lib/server/page-outcome.ts";
import { sourcePageById } from "#lib/server/queries/source-by-id.ts";
import { pageContext } from "#lib/server/session.ts";
import { keep } from "../../capture-actions.ts";
import { createSource, editSource, findReference, findSources, mergeSource, partSource } from "../../source-actions.ts";

export const metadata: Metadata = { title: "Source" };

type Props = {
  params: Promise<{ sourceId: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

export default async function OneSourcePage({ params, searchParams }: Props) {
  const { sourceId } = await params;
  const { after } = await searchParams;
  const from = typeof after === "string" ? after : null;
  const source = shown(await sourcePageById(await pageContext(), sourceId, from));
  if (source.id !== sourceId.toLowerCase()) redirect(`/sources/${source.id}`);
  const actions = { createSource, editSource, findReference, findSources, mergeSource, partSource, keepCopy: keep };
  return <SourcePage source={source} actions={actions} isLaterPage={from !== null} />;
}
