import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PlacingPage } from "#components/placing/placing-page.tsx";
import { identifier } from "#lib/schemas/text.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { placingPage } from "#lib/server/queries/placing-page.ts";
import { pageContext } from "#lib/server/session.ts";
import { confirm, placeHere, withdrawAll } from "../../../version-actions.ts";

export const metadata: Metadata = { title: "Needs placing" };

type Props = {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

export default async function PlacingRoute({ params, searchParams }: Props) {
  const articleId = identifier.safeParse((await params).articleId);
  if (!articleId.success) notFound();
  const asked = identifier.safeParse((await searchParams).after);
  const after = asked.success ? asked.data : null;
  const page = shown(await placingPage(await pageContext(), { articleId: articleId.data, after }));
  return <PlacingPage page={page} actions={{ confirm, placeHere, withdraw: withdrawAll }} isFirst={after === null} />;
}
