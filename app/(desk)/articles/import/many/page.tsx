import type { Metadata } from "next";
import { ManyPage } from "#components/import/many-page.tsx";
import { pageContext } from "#lib/server/session.ts";

export const metadata: Metadata = { title: "Import many at once" };

export default async function ManyImportsPage() {
  await pageContext();
  return <ManyPage />;
}
