import type { Metadata } from "next";
import { ReportList } from "#components/report/report-list.tsx";
import { articleList } from "#lib/server/queries/article-list.ts";
import { pageContext } from "#lib/server/session.ts";

export const metadata: Metadata = { title: "Reports" };

export default async function ReportsPage() {
  const { rows } = await articleList(await pageContext(), { before: null });
  return <ReportList rows={rows} />;
}
