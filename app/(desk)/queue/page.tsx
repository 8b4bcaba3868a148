import type { Metadata } from "next";
import { QueueTable } from "#components/desk/queue-table.tsx";
import { queueViews } from "#lib/domain/views.ts";
import { dayOf } from "#lib/server/page-outcome.ts";
import { reviewQueue } from "#lib/server/queries/review-queue.ts";
import { pageContext } from "#lib/server/session.ts";

export const metadata: Metadata = { title: "Queue" };

type Props = { searchParams: Promise<{ view?: string | string[]; after?: string | string[] }> };

export default async function QueuePage({ searchParams }: Props) {
  const { view, after } = await searchParams;
  const context = await pageContext();
  const shownView = queueViews.find((known) => known === view) ?? "waiting";
  const page = await reviewQueue(context, { view: shownView, after: typeof after === "string" ? after : null });
  const me = { id: context.actor.memberId, name: context.actor.name };
  return <QueueTable page={page} today={dayOf(context.now)} me={me} />;
}
