import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { linkPage } from "#lib/server/queries/link-page.ts";
import { anonymousContext } from "#lib/server/session.ts";
import { join, setUp } from "../../actions.ts";
import { InvitationDoor, LinkDoor, SetupDoor } from "../../doors.tsx";

export const metadata: Metadata = { title: "Welcome" };

/** Opening the page uses nothing up: mail scanners open links. The button does. */
export default async function LinkRoute({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await linkPage(anonymousContext(), token);
  if (link === null) notFound();
  switch (link.purpose) {
    case "sign_in":
      return <LinkDoor name={link.name} token={token} />;
    case "setup":
      return <SetupDoor token={token} action={setUp} />;
    case "invitation": {
      const { desk, email, hasAccount } = link;
      return <InvitationDoor {...{ token, desk, email, hasAccount }} action={join} />;
    }
  }
}
