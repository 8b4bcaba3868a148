import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { Bar } from "#components/desk/bar.tsx";
import { LiveProvider } from "#components/live/live-provider.tsx";
import { unreadCount } from "#lib/server/queries/notices-page.ts";
import { waitingCount } from "#lib/server/queries/review-queue.ts";
import { pageStart, signedIn } from "#lib/server/session.ts";
import { signOut } from "./sign-out.ts";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const session = await signedIn();
  if (session === null) redirect("/sign-in");
  const { context } = session;
  const { actor } = context;
  // Before anything that is drawn is read, here and by the page: what happens after it is told on the stream.
  const start = await pageStart(context);
  const [waiting, unread] = await Promise.all([waitingCount(context), unreadCount(context)]);
  return (
    <LiveProvider start={start} meId={actor.memberId}>
      <Bar
        deskName={session.deskName}
        person={{ name: actor.name, role: actor.role }}
        queueCount={waiting}
        noticeCount={unread}
        signOut={signOut}
      />
      {children}
    </LiveProvider>
  );
}
