import type { Metadata } from "next";
import { JobsPage } from "#components/jobs/jobs-page.tsx";
import { jobGroupOf } from "#lib/domain/job.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { jobsPage } from "#lib/server/queries/jobs-page.ts";
import { pageContext } from "#lib/server/session.ts";
import { retry } from "../../job-actions.ts";

export const metadata: Metadata = { title: "Jobs" };

type Props = { searchParams: Promise<{ show?: string | string[]; after?: string | string[] }> };

export default async function Page({ searchParams }: Props) {
  const { show, after } = await searchParams;
  const group = jobGroupOf(show);
  const view = shown(await jobsPage(await pageContext(), { group, after: typeof after === "string" ? after : null }));
  return <JobsPage view={view} next={view.next === null ? null : `?show=${group}&after=${view.next}`} retry={retry} />;
}
