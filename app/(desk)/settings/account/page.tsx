import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AccountForm } from "#components/desk/account-form.tsx";
import { accountPage } from "#lib/server/queries/account-page.ts";
import { pageStart, signedIn } from "#lib/server/session.ts";
import { endElsewhere, endSession, setPassword } from "../actions.ts";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const session = await signedIn();
  if (session === null) redirect("/sign-in");
  await pageStart(session.context);
  const account = await accountPage(session.context);
  return (
    <AccountForm
      {...account}
      name={session.context.actor.name}
      thisSessionId={session.sessionId}
      changePassword={setPassword}
      endSession={endSession}
      endOtherSessions={endElsewhere}
    />
  );
}
