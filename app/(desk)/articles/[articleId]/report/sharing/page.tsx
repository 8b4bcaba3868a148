import type { Metadata } from "next";
import { SharingPage } from "#components/sharing/sharing-page.tsx";
import { pageContext } from "#lib/server/session.ts";
import { open, revoke, share } from "../../../../publication-actions.ts";
import { sharingOf } from "./sharing-of.ts";

export const metadata: Metadata = { title: "Sharing" };

type Props = {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<{ claims?: string | string[] }>;
};

export default async function SharingRoute({ params, searchParams }: Props) {
  const { articleId } = await params;
  const { claims } = await searchParams;
  const asked = typeof claims === "string" && /^[1-9]\d{0,3}$/.test(claims) ? Number(claims) : null;
  const view = await sharingOf(await pageContext(), { articleId, page: asked ?? 1 });
  return <SharingPage view={view} actions={{ open, share, revoke }} opensClaims={asked !== null} />;
}
