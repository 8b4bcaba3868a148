import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnnotationsUpload } from "#components/annotation/annotations-upload.tsx";
import { identifier } from "#lib/schemas/text.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { annotationsPage } from "#lib/server/queries/annotations-page.ts";
import { pageContext } from "#lib/server/session.ts";

export const metadata: Metadata = { title: "Bring in annotations" };

export default async function AnnotationsRoute({ params }: { params: Promise<{ articleId: string }> }) {
  const articleId = identifier.safeParse((await params).articleId);
  if (!articleId.success) notFound();
  const page = shown(await annotationsPage(await pageContext(), { articleId: articleId.data, importId: null }));
  return <AnnotationsUpload page={page} />;
}
