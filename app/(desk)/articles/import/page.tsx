import type { Metadata } from "next";
import { ImportForm } from "#components/desk/import-form.tsx";
import { feedsPage } from "#lib/server/queries/feeds-page.ts";
import { pageContext } from "#lib/server/session.ts";

export const metadata: Metadata = { title: "Import an article" };

export default async function ImportPage() {
  const watched = await feedsPage(await pageContext());
  const feeds = watched.ok ? watched.value.feeds : [];
  return <ImportForm freshItems={feeds.reduce((sum, { fresh }) => sum + fresh, 0)} />;
}
