import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OutsidePage } from "#components/outside/outside-page.tsx";
import { holderOf } from "#lib/server/outside-action.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { outsidePage } from "#lib/server/queries/outside-page.ts";
import { answerByLink, reviewByLink } from "../../outside-actions.ts";

export const metadata: Metadata = {
  title: "A question from a fact-checking desk",
  referrer: "no-referrer",
  robots: { index: false, follow: false, nocache: true },
};

/** Whoever holds the link sees the page, signed in or not: the link alone says what is in it. */
export default async function OutsideRoute({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const held = await holderOf(token);
  if (held === null) notFound();
  const page = shown(await outsidePage(held.context, held.outsider));
  return <OutsidePage page={page} answer={answerByLink.bind(null, token)} review={reviewByLink.bind(null, token)} />;
}
