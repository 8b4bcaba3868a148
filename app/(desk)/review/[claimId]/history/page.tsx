import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Story } from "#components/claim/story.tsx";
import { identifier } from "#lib/schemas/text.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { claimStory } from "#lib/server/queries/claim-story.ts";
import { pageContext } from "#lib/server/session.ts";

export const metadata: Metadata = { title: "History" };

type Props = {
  params: Promise<{ claimId: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
};

export default async function HistoryRoute({ params, searchParams }: Props) {
  const claimId = identifier.safeParse((await params).claimId);
  if (!claimId.success) notFound();
  const { before } = await searchParams;
  const place = typeof before === "string" && /^\d{1,18}$/.test(before) ? BigInt(before) : null;
  return <Story story={shown(await claimStory(await pageContext(), { claimId: claimId.data, before: place }))} />;
}
