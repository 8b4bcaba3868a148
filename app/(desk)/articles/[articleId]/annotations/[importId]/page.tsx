import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnnotationsPreview } from "#components/annotation/annotations-preview.tsx";
import { identifier } from "#lib/schemas/text.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { annotationsPage } from "#lib/server/queries/annotations-page.ts";
import { pageContext } from "#lib/server/session.ts";
import { bringIn } from "../../../../annotation-actions.ts";

export const metadata: Metadata = { title: "Before they come in" };

type Props = { params: Promise<{ articleId: string; importId: string }> };

export default async function AnnotationsPreviewRoute({ params }: Props) {
  const asked = await params;
  const [articleId, importId] = [identifier.safeParse(asked.articleId), identifier.safeParse(asked.importId)];
  if (!articleId.success || !importId.success) notFound();
  const ids = { articleId: articleId.data, importId: importId.data };
  const page = shown(await annotationsPage(await pageContext(), ids));
  if (page.draft === null) notFound();
  return <AnnotationsPreview page={page} draft={page.draft} action={bringIn} />;
}
