import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import type { InviteMember } from "#lib/schemas/account.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { newToken } from "#lib/server/one-use-token.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { memberRows } from "#lib/server/repositories/members.ts";
import { insertLink, renewLink } from "#lib/server/repositories/people.ts";

const lifeMs = 72 * 3_600_000;

/** A link by which one person can join the desk with one role, once, within 72 hours. The token is never stored. */
export function inviteMember(
  { actor, db, now }: Context,
  input: InviteMember,
): Promise<Outcome<{ id: string; token: string }>> {
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    if (!can(actor, "member.manage", actor)) return forbidden();
    const members = await memberRows(tx, deskId);
    if (members.some((member) => member.email === input.email && member.leftAt === null)) return refused("email-taken");
    const { token, tokenHash } = newToken();
    const { id, email, role } = input;
    if (await renewLink(tx, { id, deskId }, { tokenHash, email, role })) return ok({ id, token });
    const expiresAt = new Date(now.getTime() + lifeMs);
    await insertLink(tx, {
      id,
      tokenHash,
      purpose: "invitation",
      deskId,
      email,
      role,
      localOnly: false,
      now,
      expiresAt,
    });
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      { action: "member.invite", subjectId: id, details: { email, role } },
    );
    return ok({ id, token });
  });
}
