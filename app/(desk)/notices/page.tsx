import type { Metadata } from "next";
import { NoticeList } from "#components/notice/notice-list.tsx";
import { shown } from "#lib/server/page-outcome.ts";
import { noticesPage } from "#lib/server/queries/notices-page.ts";
import { pageContext } from "#lib/server/session.ts";
import { readNotice } from "../notice-actions.ts";

export const metadata: Metadata = { title: "Notices" };

type Props = { searchParams: Promise<{ after?: string | string[] }> };

export default async function NoticesPage({ searchParams }: Props) {
  const { after } = await searchParams;
  const view = shown(await noticesPage(await pageContext(), { after: typeof after === "string" ? after : null }));
  return <NoticeList view={view} next={view.next === null ? null : `?after=${view.next}`} read={readNotice} />;
}
