import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportPreview } from "#components/desk/import-preview.tsx";
import { identifier } from "#lib/schemas/text.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { importPreview } from "#lib/server/queries/import-preview.ts";
import { pageContext } from "#lib/server/session.ts";
import { freeze } from "../../../article-actions.ts";

export const metadata: Metadata = { title: "Before it is frozen" };

export default async function PreviewPage({ params }: { params: Promise<{ id: string }> }) {
  const id = identifier.safeParse((await params).id);
  const draft = id.success ? shown(await importPreview(await pageContext(), id.data)) : notFound();
  return <ImportPreview draft={draft} action={freeze} />;
}
