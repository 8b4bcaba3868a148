import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnnotationsUpload } from "#components/annotation/annotations-upload.tsx";
import type { AnnotationsPage } from "#lib/domain/annotation-views.ts";
import { identifier } from "#lib/schemas/text.ts";
import type { Context } from "#lib/server/context.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { annotationsPage } from "#lib/server/queries/annotations-page.ts";
import { pageContext } from "#lib/server/session.ts";

export const metadata: Metadata = { title: "Bring in annotations" };

export default async function AnnotationsRoute({ params }: { params: Promise<{ articleId: string }> }) {
  const articleId = identifier.safeParse((await params).articleId);
  if (!articleId.success) notFound();
  const context = await pageContext();
  const page = shown(await annotationsPage(context, { articleId: articleId.data, importId: null }));
  return <AnnotationsUpload page={page} waiting={await waitingNotes(context, page)} />;
}

/** The notes of the import that became the newest version, or the article itself; they have its id. */
async function waitingNotes(context: Context, { articleId, version }: AnnotationsPage) {
  for (const importId of [version.id, articleId]) {
    const found = await annotationsPage(context, { articleId, importId });
    const draft = found.ok ? found.value.draft : null;
    if (draft?.broughtIn === null && draft.claims > 0) return { importId, passages: draft.passages };
  }
  return null;
}
