import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { Bar } from "#components/desk/bar.tsx";
import { LiveProvider } from "#components/live/live-provider.tsx";
import { liveStart } from "#lib/server/queries/live-start.ts";
import { unreadCount } from "#lib/server/queries/notices-page.ts";
import { waitingCount } from "#lib/server/queries/review-queue.ts";
import { signedIn } from "#lib/server/session.ts";
import { signOut } from "./sign-out.ts";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const session = await signedIn();
  if (session === null) redirect("/sign-in");
  const { actor } = session.context;
  const [start, waiting, unread] = await Promise.all([
    // The first to be asked: what happens after it is told, what happened before is in what is drawn.
    liveStart(session.context),
    waitingCount(session.context),
    unreadCount(session.context),
  ]);
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
