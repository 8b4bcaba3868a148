import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SheetUpload } from "#components/annotation/sheet-upload.tsx";
import { identifier } from "#lib/schemas/text.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { sheetPage } from "#lib/server/queries/sheet-page.ts";
import { pageContext } from "#lib/server/session.ts";

export const metadata: Metadata = { title: "Bring in a fact-check sheet" };

export default async function SheetRoute({ params }: { params: Promise<{ articleId: string }> }) {
  const articleId = identifier.safeParse((await params).articleId);
  if (!articleId.success) notFound();
  const page = shown(await sheetPage(await pageContext(), { articleId: articleId.data, sheetId: null }));
  return <SheetUpload page={page} />;
}
