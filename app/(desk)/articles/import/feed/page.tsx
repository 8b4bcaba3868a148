import type { Metadata } from "next";
import { FeedsPage } from "#components/import/feeds-page.tsx";
import { shown } from "#lib/server/page-outcome.ts";
import { feedsPage } from "#lib/server/queries/feeds-page.ts";
import { pageContext } from "#lib/server/session.ts";
import { look, looked, readAgain, unwatch, watch } from "../../../feed-actions.ts";

export const metadata: Metadata = { title: "Feeds" };

export default async function FeedPage() {
  const { feeds, isDue } = shown(await feedsPage(await pageContext()));
  return <FeedsPage feeds={feeds} isDue={isDue} {...{ look, looked, readAgain, unwatch, watch }} />;
}
