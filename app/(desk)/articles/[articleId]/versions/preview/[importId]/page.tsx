import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AlreadyFrozen } from "#components/version/already-frozen.tsx";
import { NewVersionPreview } from "#components/version/new-version-preview.tsx";
import { identifier } from "#lib/schemas/text.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { newVersion } from "#lib/server/queries/new-version.ts";
import { pageContext } from "#lib/server/session.ts";
import { freezeVersion } from "../../../../../version-actions.ts";
import { askedFor, numberIn } from "../../asked-for.ts";
import { versionsOf } from "../../versions-of.ts";

export const metadata: Metadata = { title: "Before it is frozen" };

type Props = {
  params: Promise<{ articleId: string; importId: string }>;
  searchParams: Promise<Partial<Record<"page" | "open", string | string[]>>>;
};

export default async function NewVersionRoute({ params, searchParams }: Props) {
  const context = await pageContext();
  const { articleId, importId } = await params;
  const asked = await searchParams;
  const id = identifier.safeParse(importId);
  if (!id.success) notFound();
  const found = await newVersion(context, { importId: id.data, page: numberIn(asked.page) ?? 1 });
  if (!found.ok && found.error.kind === "not-found") {
    // A version has the id of the import that it was. No redirect: it would race with where freezing leads on to.
    const { versions, ...article } = await versionsOf(context, articleId);
    const frozen = versions.find((version) => version.id === id.data);
    return frozen === undefined ? notFound() : <AlreadyFrozen article={article} number={frozen.number} />;
  }
  const draft = shown(found);
  if (draft.comparison.articleId !== articleId.toLowerCase()) notFound();
  const whole = { articleId: draft.comparison.articleId, side: "old" } as const;
  return <NewVersionPreview draft={draft} shown={await askedFor(context, asked, whole)} action={freezeVersion} />;
}
