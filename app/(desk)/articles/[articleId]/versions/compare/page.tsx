import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ComparePage } from "#components/version/compare-page.tsx";
import { identifier, wholeNumber } from "#lib/schemas/text.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { comparePage } from "#lib/server/queries/compare-page.ts";
import { pageContext } from "#lib/server/session.ts";
import { pageNumber } from "../page-number.ts";
import { versionsOf } from "../versions-of.ts";

export const metadata: Metadata = { title: "Compare versions" };

type Asked = "from" | "to" | "page";
type Props = {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<Partial<Record<Asked, string | string[]>>>;
};

export default async function CompareRoute({ params, searchParams }: Props) {
  const context = await pageContext();
  const asked = await searchParams;
  const articleId = identifier.safeParse((await params).articleId);
  if (!articleId.success) notFound();
  const { versions } = await versionsOf(context, articleId.data);
  const known = versions.map(({ number }) => number);
  // The older one stands first, whichever way round they were asked for.
  const [from, to] = [numberIn(known, asked.from) ?? known[1], numberIn(known, asked.to) ?? known[0]].sort(
    (one, other) => (one ?? 0) - (other ?? 0),
  );
  if (from === undefined || to === undefined) notFound();
  const page = pageNumber(asked.page);
  const view = shown(await comparePage(context, { articleId: articleId.data, from, to, page }));
  return view.to === null ? notFound() : <ComparePage view={view} to={view.to} page={page} />;
}

function numberIn(known: readonly number[], asked: string | string[] | undefined): number | undefined {
  const number = wholeNumber(1, 100_000).safeParse(asked);
  return number.success && known.includes(number.data) ? number.data : undefined;
}
