import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NewVersionPreview } from "#components/version/new-version-preview.tsx";
import { identifier } from "#lib/schemas/text.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { newVersion } from "#lib/server/queries/new-version.ts";
import { pageContext } from "#lib/server/session.ts";
import { freezeVersion } from "../../../../../version-actions.ts";
import { pageNumber } from "../../page-number.ts";

export const metadata: Metadata = { title: "Before it is frozen" };

type Props = {
  params: Promise<{ articleId: string; importId: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
};

export default async function NewVersionRoute({ params, searchParams }: Props) {
  const { articleId, importId } = await params;
  const page = pageNumber((await searchParams).page);
  const id = identifier.safeParse(importId);
  const draft = id.success ? shown(await newVersion(await pageContext(), { importId: id.data, page })) : notFound();
  if (draft.comparison.articleId !== articleId.toLowerCase()) notFound();
  return <NewVersionPreview draft={draft} page={page} action={freezeVersion} />;
}
