import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NewSource } from "#components/source/new-source.tsx";
import { can } from "#lib/policy/can.ts";
import { pageContext } from "#lib/server/session.ts";
import { createSource, findSources } from "../../source-actions.ts";

export const metadata: Metadata = { title: "Add a source" };

export default async function NewSourcePage() {
  const { actor } = await pageContext();
  if (!can(actor, "source.edit", actor)) notFound();
  return <NewSource createSource={createSource} findSources={findSources} />;
}
