import type { Metadata } from "next";
import { GatesForm } from "#components/desk/gates-form.tsx";
import { shown } from "#lib/server/page-outcome.ts";
import { gatesPage } from "#lib/server/queries/gates-page.ts";
import { pageContext } from "#lib/server/session.ts";
import { changeDeskGates } from "../../gate-actions.ts";

export const metadata: Metadata = { title: "Gates" };

export default async function GatesPage() {
  const policy = shown(await gatesPage(await pageContext()));
  return (
    <main className="wrap" id="main">
      <GatesForm policy={policy} action={changeDeskGates} />
    </main>
  );
}
