import type { Metadata } from "next";
import { NotifyForm } from "#components/notice/notify-form.tsx";
import { shown } from "#lib/server/page-outcome.ts";
import { notifyPage } from "#lib/server/queries/notify-page.ts";
import { pageContext } from "#lib/server/session.ts";
import { changeMyNotices } from "../../notice-actions.ts";

export const metadata: Metadata = { title: "Notices by mail" };

export default async function NotifySettingsPage() {
  const view = shown(await notifyPage(await pageContext()));
  return <NotifyForm {...view} action={changeMyNotices} />;
}
