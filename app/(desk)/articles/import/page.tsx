import type { Metadata } from "next";
import { ImportForm } from "#components/desk/import-form.tsx";
import { pageContext } from "#lib/server/session.ts";

export const metadata: Metadata = { title: "Import an article" };

export default async function ImportPage() {
  await pageContext();
  return <ImportForm />;
}
