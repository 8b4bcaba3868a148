import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, notFound } from "#lib/domain/failure.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import { ok } from "#lib/domain/result.ts";
import type { MemberRow } from "#lib/domain/views.ts";
import { can } from "#lib/policy/can.ts";
import type { Context } from "#lib/server/context.ts";
import { deskById } from "#lib/server/repositories/desks.ts";
import { memberRows, presentMembers } from "#lib/server/repositories/members.ts";
import { openInvitations } from "#lib/server/repositories/people.ts";
import { openWorkCounts } from "#lib/server/repositories/plans.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";

type Colleagues = {
  readonly desk: {
    name: string;
    approvalsNeeded: number;
    voters: number;
    printDissent: boolean;
    checkersMayReview: boolean;
    rowVersion: number;
  };
  readonly members: readonly MemberRow[];
  readonly invitations: readonly { id: string; email: string; role: string; expiresAt: string }[];
};

/** The desk's settings and people with their addresses, for administrators. */
export async function colleagues({ actor, db, now }: Context): Promise<Outcome<Colleagues>> {
  if (!can(actor, "member.manage", actor)) return forbidden();
  const desk = await deskById(db, actor.deskId);
  if (desk === null) return notFound();
  const { name, approvalsNeeded, voters, printDissent, checkersMayReview, rowVersion } = desk;
  const invitations = await openInvitations(db, actor.deskId, now);
  const work = await openWorkCounts(db, actor.deskId, await blindClaims(db, actor));
  return ok({
    desk: { name, approvalsNeeded, voters, printDissent, checkersMayReview, rowVersion },
    members: (await memberRows(db, actor.deskId)).map((row) => ({ ...row, openClaims: work.get(row.id) ?? 0 })),
    invitations: invitations.map((link) => ({
      id: link.id,
      email: link.email ?? "",
      role: link.role ?? "viewer",
      expiresAt: link.expiresAt.toISOString(),
    })),
  });
}

/** Who work can be assigned to, by name. */
export async function assignableMembers({ actor, db }: Context): Promise<MemberView[]> {
  if (!can(actor, "member.read", actor)) return [];
  const members = await presentMembers(db, actor.deskId);
  return members.filter((member) => member.role !== "viewer").map(({ id, name }) => ({ id, name }));
}
