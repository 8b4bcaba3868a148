import type { Metadata } from "next";
import { BookmarkletPage } from "#components/import/bookmarklet-page.tsx";
import { ReceivePage } from "#components/import/receive-page.tsx";
import { pageContext } from "#lib/server/session.ts";

export const metadata: Metadata = { title: "Send the page you see" };

type Props = { searchParams: Promise<{ receive?: string | string[] }> };

/** With `?receive`, the window that the bookmarklet opens; without, how to get the bookmarklet. */
export default async function SentPage({ searchParams }: Props) {
  await pageContext();
  return (await searchParams).receive === undefined ? <BookmarkletPage /> : <ReceivePage />;
}
