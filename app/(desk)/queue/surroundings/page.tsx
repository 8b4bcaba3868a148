import type { Metadata } from "next";
import { SurroundingsList } from "#components/surroundings/surroundings-list.tsx";
import { identifier } from "#lib/schemas/text.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { surroundingsPage } from "#lib/server/queries/surroundings-page.ts";
import { pageContext } from "#lib/server/session.ts";
import { standAgain } from "../../revision-actions.ts";

export const metadata: Metadata = { title: "Only the surroundings changed" };

type Props = { searchParams: Promise<{ after?: string | string[] }> };

export default async function SurroundingsRoute({ searchParams }: Props) {
  const after = identifier.safeParse((await searchParams).after);
  const page = shown(await surroundingsPage(await pageContext(), { after: after.success ? after.data : null }));
  const place = after.success ? after.data : "first";
  return <SurroundingsList key={place} page={page} standAgain={standAgain} isFirst={!after.success} />;
}
