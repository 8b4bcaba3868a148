"use client";

import { type Invite, InviteForm } from "#components/desk/invite-form.tsx";
import { MemberLine } from "#components/desk/member-line.tsx";
import { Day } from "#components/ui/time.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import { roles, roleWords } from "#lib/domain/role.ts";
import type { MemberRow } from "#lib/domain/views.ts";

type Invitation = { readonly id: string; readonly email: string; readonly role: string; readonly expiresAt: string };

type Props = {
  members: readonly MemberRow[];
  /** Links that were made and not used yet. */
  invitations: readonly Invitation[];
  me: MemberView;
  /** `id`, `rowVersion`, `role`, `leaves` ("yes" or ""), `reassignTo` (a member, or empty for nobody) */
  change: FormAction;
  invite: Invite;
};

/** The people of the desk: their roles, who has left, and a link for the next one. */
export function MembersTable({ members, invitations, me, change, invite }: Props) {
  const present = members.filter((member) => member.leftAt === null).length;
  const takers = members.filter((member) => member.leftAt === null && member.role !== "viewer");
  return (
    <>
      <div className="phead">
        <h1>Colleagues</h1>
        <span className="faint">{present === 1 ? "1 person" : `${present} people`}</span>
      </div>
      <table className="folk">
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Role</th>
            <th scope="col">
              <span className="vh">Membership</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberLine
              key={member.id}
              member={member}
              isMe={member.id === me.id}
              takers={takers.filter((taker) => taker.id !== member.id)}
              action={change}
            />
          ))}
        </tbody>
      </table>
      <section className="sec" aria-labelledby="invite-head">
        <h2 id="invite-head">Invite a colleague</h2>
        <InviteForm invite={invite} />
        {invitations.length > 0 && (
          <>
            <h3 className="sech mt-6">Open invitations</h3>
            <ul className="lines">
              {invitations.map((invitation) => (
                <li key={invitation.id}>
                  <bdi>{invitation.email}</bdi> as{" "}
                  {roles.flatMap((role) => (role === invitation.role ? [roleWords[role].toLowerCase()] : []))}, until{" "}
                  <Day iso={invitation.expiresAt} />
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </>
  );
}
