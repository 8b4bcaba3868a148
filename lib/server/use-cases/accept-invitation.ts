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

/** Who opens the link: the person signed in, if any, and whether they may try a password once more. */
export type Guest = { readonly userId: string | null; readonly admit: (account: string) => Promise<boolean> };

/**
 * Joins a desk by invitation. Whoever has an account already has to be signed in to it or know its password: an
 * invitation never sets the password of an account that exists.
 */
export async function acceptInvitation(
  { db, now }: AnonymousContext,
  input: AcceptInvitation,
  guest: Guest,
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
    const memberships = known === null ? [] : await membershipsOf(tx, known.id);
    if (known !== null && known.id !== guest.userId) {
      // Whoever was only ever asked something from outside has no password yet, and nothing that one would open.
      const isNew = known.passwordHash === null && known.disabledAt === null && memberships.length === 0;
      if (known.passwordHash === null && !isNew) return refused("sign-in-first");
      if (!isNew && !(await guest.admit(email))) return refused("too-many-attempts");
      if (known.passwordHash !== null && !(await isPassword(known.passwordHash, input.password)))
        return refused("wrong-password");
    }
    if (memberships.some((membership) => membership.deskId === deskId)) return refused("email-taken");
    if (!(await spendLink(tx, link.id, now))) return refused("link-spent");

    const userId = known?.id ?? uuidv7();
    if (known === null) await insertUser(tx, { id: userId, email, name: input.name, passwordHash, now });
    else if (known.passwordHash === null) await savePassword(tx, known.id, passwordHash);
    const memberId = await joinDesk(tx, { deskId, id: uuidv7(), userId, name: input.name, role, now });
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      { action: "member.join", subjectId: memberId, details: { name: input.name, role } },
    );
    return ok({ email });
  });
}
