import type { Metadata } from "next";
import { KeysPage } from "#components/keys/keys-page.tsx";
import { keysAddress } from "#lib/domain/edition-address.ts";
import { baseUrl } from "#lib/server/env.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { keysPage } from "#lib/server/queries/keys-page.ts";
import { pageContext } from "#lib/server/session.ts";
import { revoke, rotate } from "../../key-actions.ts";

export const metadata: Metadata = { title: "Signing keys" };

export default async function Page() {
  const { deskId, keys } = shown(await keysPage(await pageContext()));
  return <KeysPage keys={keys} address={keysAddress(baseUrl(), deskId)} rotate={rotate} revoke={revoke} />;
}
