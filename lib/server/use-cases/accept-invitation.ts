import "server-only";
import { uuidv7 } from "uuidv7";
import type { Outcome } from "#lib/domain/failure.ts";
import { refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { AcceptInvitation } from "#lib/schemas/account.ts";
import type { AnonymousContext } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { hashToken } from "#lib/server/one-use-token.ts";
import { hashPassword, isPassword } from "#lib/server/password.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { joinDesk, membershipsOf } from "#lib/server/repositories/members.ts";
import { insertUser, liveLink, savePassword, spendLink, userByEmail } from "#lib/server/repositories/people.ts";

/** Joins a desk by invitation. Somebody who has an account already proves it with its password. */
export async function acceptInvitation(
  { db, now }: AnonymousContext,
  input: AcceptInvitation,
): Promise<Outcome<{ email: string }>> {
  const passwordHash = await hashPassword(input.password);
  return await inTransaction(db, async (tx) => {
    const link = await liveLink(tx, hashToken(input.token), now);
    if (
      link === null ||
      link.purpose !== "invitation" ||
      link.deskId === null ||
      link.email === null ||
      link.role === null
    ) {
      return refused("link-spent");
    }
    const { deskId, email, role } = link;
    const known = await userByEmail(tx, email);
    if (known !== null && known.passwordHash !== null && !(await isPassword(known.passwordHash, input.password))) {
      return refused("wrong-password");
    }
    const memberships = known === null ? [] : await membershipsOf(tx, known.id);
    if (memberships.some((membership) => membership.deskId === deskId)) return refused("email-taken");
    if (!(await spendLink(tx, link.id, now))) return refused("link-spent");

    const userId = known?.id ?? uuidv7();
    if (known === null) await insertUser(tx, { id: userId, email, name: input.name, passwordHash, now });
    else if (known.passwordHash === null) await savePassword(tx, userId, passwordHash);
    const memberId = await joinDesk(tx, { deskId, id: uuidv7(), userId, name: input.name, role, now });
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      { action: "member.join", subjectId: memberId, details: { name: input.name, role } },
    );
    return ok({ email });
  });
}
