import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ComparePage } from "#components/version/compare-page.tsx";
import { identifier } from "#lib/schemas/text.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { comparePage } from "#lib/server/queries/compare-page.ts";
import { pageContext } from "#lib/server/session.ts";
import { askedFor, numberIn } from "../asked-for.ts";
import { versionsOf } from "../versions-of.ts";

export const metadata: Metadata = { title: "Compare versions" };

type Props = {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<Partial<Record<"from" | "to" | "page" | "open", string | string[]>>>;
};

export default async function CompareRoute({ params, searchParams }: Props) {
  const context = await pageContext();
  const asked = await searchParams;
  const id = identifier.safeParse((await params).articleId);
  if (!id.success) notFound();
  const articleId = id.data;
  const [newest, previous] = (await versionsOf(context, articleId)).versions;
  const from = numberIn(asked.from) ?? previous?.number;
  const to = numberIn(asked.to) ?? newest?.number;
  if (from === undefined || to === undefined) notFound();
  const page = numberIn(asked.page) ?? 1;
  const view = shown(await comparePage(context, { articleId, from, to, page }));
  if (view.to === null) notFound();
  const side = view.to.number === newest?.number ? "fresh" : null;
  return <ComparePage view={view} to={view.to} shown={await askedFor(context, asked, { articleId, side })} />;
}
