import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ScalePageView } from "#components/scale/scale-page.tsx";
import { shown } from "#lib/server/page-outcome.ts";
import { scalePage } from "#lib/server/queries/scale-page.ts";
import { pageContext } from "#lib/server/session.ts";
import { reviseDeskScale } from "../../scale-actions.ts";

export const metadata: Metadata = { title: "Rating scale" };

export default async function ScaleSettingsPage() {
  const scale = shown(await scalePage(await pageContext()));
  if (!scale.mayRevise) notFound();
  return (
    <main className="wrap" id="main">
      <ScalePageView scale={scale} action={reviseDeskScale} />
    </main>
  );
}
