import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SheetColumns } from "#components/annotation/sheet-columns.tsx";
import { identifier } from "#lib/schemas/text.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { sheetPage } from "#lib/server/queries/sheet-page.ts";
import { pageContext } from "#lib/server/session.ts";
import { lookForRows } from "../../../../annotation-actions.ts";

export const metadata: Metadata = { title: "What the columns hold" };

type Props = { params: Promise<{ articleId: string; sheetId: string }> };

export default async function SheetColumnsRoute({ params }: Props) {
  const asked = await params;
  const [articleId, sheetId] = [identifier.safeParse(asked.articleId), identifier.safeParse(asked.sheetId)];
  if (!articleId.success || !sheetId.success) notFound();
  const ids = { articleId: articleId.data, sheetId: sheetId.data };
  const page = shown(await sheetPage(await pageContext(), ids));
  if (page.file === null) notFound();
  return <SheetColumns page={page} file={page.file} action={lookForRows} />;
}
