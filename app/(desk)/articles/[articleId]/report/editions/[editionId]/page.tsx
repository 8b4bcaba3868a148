import type { Metadata } from "next";
import { EditionPage } from "#components/edition/edition-page.tsx";
import { editionFormats } from "#lib/domain/edition.ts";
import { keysAddress } from "#lib/domain/edition-address.ts";
import { needsSidecar } from "#lib/formats/edition/write-edition.ts";
import { baseUrl } from "#lib/server/env.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { editionPage } from "#lib/server/queries/edition-page.ts";
import { pageContext } from "#lib/server/session.ts";

export const metadata: Metadata = { title: "Edition" };

type Props = { params: Promise<{ articleId: string; editionId: string }> };

export default async function Page({ params }: Props) {
  const context = await pageContext();
  const view = shown(await editionPage(context, await params));
  return (
    <EditionPage
      view={view}
      site={baseUrl()}
      keysAt={keysAddress(baseUrl(), context.actor.deskId)}
      besides={editionFormats.filter(needsSidecar)}
    />
  );
}
