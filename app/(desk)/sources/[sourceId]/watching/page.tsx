import type { Metadata } from "next";
import { WatchingPage } from "#components/watch/watching-page.tsx";
import { shown } from "#lib/server/page-outcome.ts";
import { watchesOfSource } from "#lib/server/queries/watches-of-source.ts";
import { pageContext } from "#lib/server/session.ts";
import { lookAgain, startWatch, stopWatch } from "../../../watch-actions.ts";

export const metadata: Metadata = { title: "Watching" };

export default async function Page({ params }: { params: Promise<{ sourceId: string }> }) {
  const { sourceId } = await params;
  const view = shown(await watchesOfSource(await pageContext(), sourceId));
  return <WatchingPage sourceId={sourceId} view={view} actions={{ lookAgain, stopWatch, startWatch }} />;
}
