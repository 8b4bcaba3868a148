import "server-only";
import { uuidv7 } from "uuidv7";
import type { Outcome } from "#lib/domain/failure.ts";
import { refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { SetUpDesk } from "#lib/schemas/account.ts";
import type { AnonymousContext } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { hashToken } from "#lib/server/one-use-token.ts";
import { hashPassword, isPassword } from "#lib/server/password.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { insertDesk } from "#lib/server/repositories/desks.ts";
import { joinDesk } from "#lib/server/repositories/members.ts";
import { insertUser, liveLink, spendLink, userByEmail } from "#lib/server/repositories/people.ts";
import type { Guest } from "#lib/server/use-cases/accept-invitation.ts";

/** The first desk and its administrator, by the setup link that `npm start` prints once. */
export async function setUpDesk(
  { db, now }: AnonymousContext,
  input: SetUpDesk,
  guest: Pick<Guest, "admit">,
): Promise<Outcome<{ email: string }>> {
  const passwordHash = await hashPassword(input.password);
  return await inTransaction(db, async (tx) => {
    const link = await liveLink(tx, hashToken(input.token), now);
    if (link === null || link.purpose !== "setup") return refused("link-spent");
    const known = await userByEmail(tx, input.email);
    if (known !== null) {
      if (!(await guest.admit(input.email))) return refused("too-many-attempts");
      if (!(await isPassword(known.passwordHash, input.password))) return refused("email-taken");
    }
    if (!(await spendLink(tx, link.id, now))) return refused("link-spent");

    const userId = known?.id ?? uuidv7();
    if (known === null) await insertUser(tx, { id: userId, email: input.email, name: input.name, passwordHash, now });
    await createDesk(tx, { name: input.desk, admin: { userId, name: input.name }, now });
    return ok({ email: input.email });
  });
}

type NewDesk = {
  readonly name: string;
  readonly admin: { readonly userId: string; readonly name: string };
  readonly now: Date;
};

/** A desk with its first administrator, and the beginning of its record; their ids. */
export async function createDesk(
  tx: Parameters<typeof insertDesk>[0],
  { name, admin, now }: NewDesk,
): Promise<{ deskId: string; memberId: string }> {
  const deskId = uuidv7();
  const memberId = uuidv7();
  await insertDesk(tx, { id: deskId, name, now });
  await joinDesk(tx, { deskId, id: memberId, userId: admin.userId, name: admin.name, role: "admin", now });
  const moment = { deskId, actorId: memberId, now };
  await appendAudit(tx, moment, { action: "desk.create", subjectId: deskId, details: { name } });
  await appendAudit(tx, moment, {
    action: "member.join",
    subjectId: memberId,
    details: { name: admin.name, role: "admin" },
  });
  return { deskId, memberId };
}
