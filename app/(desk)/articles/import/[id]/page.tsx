import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FrozenAlready } from "#components/import/frozen-already.tsx";
import { ImportPreview } from "#components/import/import-preview.tsx";
import { identifier, wholeNumber } from "#lib/schemas/text.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { importPreview } from "#lib/server/queries/import-preview.ts";
import { pageContext } from "#lib/server/session.ts";
import { changePieces, freeze, readKeptAgain, stageAsNextVersion } from "../../../article-actions.ts";
import { versionsOf } from "../../[articleId]/versions/versions-of.ts";

export const metadata: Metadata = { title: "Before it is frozen" };

const actions = { changePieces, readAgain: readKeptAgain, stageAsVersion: stageAsNextVersion };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ page?: string | string[] }> };

export default async function PreviewPage({ params, searchParams }: Props) {
  const context = await pageContext();
  const id = identifier.safeParse((await params).id);
  const page = wholeNumber(1, 1000).safeParse((await searchParams).page);
  if (!id.success) notFound();
  const found = await importPreview(context, id.data, { page: page.data ?? 1 });
  if (!found.ok && found.error.kind === "not-found") {
    // An article has the id of the import that it was. No redirect: it would race with where freezing leads on to.
    const { articleId, title } = await versionsOf(context, id.data);
    return <FrozenAlready articleId={articleId} title={title} />;
  }
  const draft = shown(found);
  return <ImportPreview draft={draft} action={freeze} actions={actions} />;
}
