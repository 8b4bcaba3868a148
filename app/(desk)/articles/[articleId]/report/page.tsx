import type { Metadata } from "next";
import { ReportPrepare } from "#components/report/report-prepare.tsx";
import { shown } from "#lib/server/page-outcome.ts";
import { reportById } from "#lib/server/queries/by-id.ts";
import { pageContext } from "#lib/server/session.ts";

export const metadata: Metadata = { title: "Report" };

export default async function ReportPage({ params }: { params: Promise<{ articleId: string }> }) {
  const { articleId } = await params;
  const report = shown(await reportById(await pageContext(), articleId));
  return <ReportPrepare articleId={articleId} report={report} />;
}
