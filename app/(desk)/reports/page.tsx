import type { Metadata } from "next";
import { ReportList } from "#components/report/report-list.tsx";
import { reportList } from "#lib/server/queries/report-list.ts";
import { pageContext } from "#lib/server/session.ts";

export const metadata: Metadata = { title: "Reports" };

type Props = { searchParams: Promise<{ before?: string | string[] }> };

export default async function ReportsPage({ searchParams }: Props) {
  const { before } = await searchParams;
  const after = typeof before === "string" ? before : null;
  const { rows, next } = await reportList(await pageContext(), { before: after });
  return <ReportList rows={rows} next={next === null ? null : `?before=${encodeURIComponent(next)}`} />;
}
