import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RevisionChanges } from "#components/verdict/revision-changes.tsx";
import { identifier } from "#lib/schemas/text.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { compareRevisions } from "#lib/server/queries/compare-revisions.ts";
import { pageContext } from "#lib/server/session.ts";

export const metadata: Metadata = { title: "What changed" };

type Asked = string | string[] | undefined;
type Props = { params: Promise<{ claimId: string }>; searchParams: Promise<{ from?: Asked; to?: Asked }> };

const asked = identifier.optional();

export default async function ChangesRoute({ params, searchParams }: Props) {
  const claimId = identifier.safeParse((await params).claimId);
  const query = await searchParams;
  const [from, to] = [asked.safeParse(query.from), asked.safeParse(query.to)];
  if (!claimId.success || !from.success || !to.success) notFound();
  const revisions = { from: from.data ?? null, to: to.data ?? null };
  const comparison = shown(await compareRevisions(await pageContext(), { claimId: claimId.data, ...revisions }));
  return <RevisionChanges comparison={comparison} />;
}
