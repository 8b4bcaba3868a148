import type { Metadata } from "next";
import { VersionList } from "#components/version/version-list.tsx";
import { pageContext } from "#lib/server/session.ts";
import { versionsOf } from "./versions-of.ts";

export const metadata: Metadata = { title: "Versions" };

export default async function VersionsRoute({ params }: { params: Promise<{ articleId: string }> }) {
  return <VersionList page={await versionsOf(await pageContext(), (await params).articleId)} />;
}
