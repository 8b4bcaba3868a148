import "server-only";
import { uuidv7 } from "uuidv7";
import type { Outcome } from "#lib/domain/failure.ts";
import { refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { sessionLimits } from "#lib/domain/session.ts";
import type { AnonymousContext } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { hashToken } from "#lib/server/one-use-token.ts";
import { isPassword } from "#lib/server/password.ts";
import { membershipsOf } from "#lib/server/repositories/members.ts";
import { liveLink, spendLink, userByEmail } from "#lib/server/repositories/people.ts";
import { insertSession } from "#lib/server/repositories/sessions.ts";

type Visitor = { readonly peer: string; readonly isLocal: boolean; readonly userAgent: string };
type Throttle = (key: { account: string; peer: string }) => Promise<boolean>;

/** A new session for the right password. Costs the same whether the account exists or not; slowed by `admit`. */
export async function signInByPassword(
  { db, now }: AnonymousContext,
  input: { readonly email: string; readonly password: string },
  visitor: Visitor & { readonly admit: Throttle },
): Promise<Outcome<{ sessionId: string }>> {
  const account = input.email.trim().toLowerCase();
  if (!(await visitor.admit({ account, peer: visitor.peer }))) return refused("too-many-attempts");
  const user = await userByEmail(db, account);
  const usable = user !== null && user.disabledAt === null ? user : null;
  if (!(await isPassword(usable?.passwordHash ?? null, input.password)) || usable === null)
    return refused("wrong-password");
  return ok({ sessionId: await openSession(db, { userId: usable.id, userAgent: visitor.userAgent, now }) });
}

/** A new session for a sign-in link, which is used up. Some links work only from the machine that Stet runs on. */
export function signInByLink(
  { db, now }: AnonymousContext,
  input: { readonly token: string },
  visitor: Visitor,
): Promise<Outcome<{ sessionId: string }>> {
  return inTransaction(db, async (tx) => {
    const link = await liveLink(tx, hashToken(input.token), now);
    if (link === null || link.purpose !== "sign_in" || link.userId === null || link.user?.disabledAt !== null) {
      return refused("link-spent");
    }
    if (link.localOnly && !visitor.isLocal) return refused("link-not-local");
    if (!(await spendLink(tx, link.id, now))) return refused("link-spent");
    return ok({ sessionId: await openSession(tx, { userId: link.userId, userAgent: visitor.userAgent, now }) });
  });
}

type NewSession = { readonly userId: string; readonly userAgent: string; readonly now: Date };

async function openSession(
  tx: Parameters<typeof insertSession>[0],
  { userId, userAgent, now }: NewSession,
): Promise<string> {
  const [membership] = await membershipsOf(tx, userId);
  const id = uuidv7();
  const expiresAt = new Date(now.getTime() + sessionLimits.lifeMs);
  await insertSession(tx, {
    id,
    userId,
    deskId: membership?.deskId ?? null,
    userAgent: userAgent.slice(0, 300),
    now,
    expiresAt,
  });
  return id;
}
