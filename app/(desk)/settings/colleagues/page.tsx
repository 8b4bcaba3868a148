import type { Metadata } from "next";
import { DeskForm } from "#components/desk/desk-form.tsx";
import { MembersTable } from "#components/desk/members-table.tsx";
import { shown } from "#lib/server/page-outcome.ts";
import { colleagues } from "#lib/server/queries/colleagues.ts";
import { pageContext } from "#lib/server/session.ts";
import { changeColleague, changeSettings, invite } from "../actions.ts";

export const metadata: Metadata = { title: "Colleagues" };

export default async function ColleaguesPage() {
  const context = await pageContext();
  const { desk, members, invitations } = shown(await colleagues(context));
  return (
    <main className="wrap" id="main">
      <MembersTable
        members={members}
        invitations={invitations}
        me={{ id: context.actor.memberId, name: context.actor.name }}
        invite={invite}
        change={changeColleague}
      />
      <DeskForm desk={desk} action={changeSettings} />
    </main>
  );
}
