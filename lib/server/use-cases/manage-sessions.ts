import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { ChangePassword } from "#lib/schemas/account.ts";
import type { AnonymousContext, Context } from "#lib/server/context.ts";
import { hashPassword, isPassword } from "#lib/server/password.ts";
import { savePassword, userById } from "#lib/server/repositories/people.ts";
import { revokeOtherSessions, revokeSession } from "#lib/server/repositories/sessions.ts";

/** Signing out: the session is over at once, wherever its cookie is. */
export async function endSession({ db, now }: AnonymousContext, id: string): Promise<void> {
  await revokeSession(db, { id }, now);
}

/** Ends one of one's own sessions. */
export async function endOwnSession(
  { actor, db, now }: Context,
  input: { readonly id: string },
): Promise<Outcome<{ id: string }>> {
  await revokeSession(db, { id: input.id, userId: actor.userId }, now);
  return ok({ id: input.id });
}

/** Ends every session of one's own but the one named. */
export async function endOtherSessions(
  { actor, db, now }: Context,
  input: { readonly id: string },
): Promise<Outcome<{ id: string }>> {
  await revokeOtherSessions(db, actor.userId, input.id, now);
  return ok({ id: input.id });
}

/** Sets one's password, by the present one if there is one, and ends every other session. */
export async function changePassword(
  { actor, db, now }: Context,
  input: ChangePassword & { readonly sessionId: string },
): Promise<Outcome<{ id: string }>> {
  const user = await userById(db, actor.userId);
  if (user === null) return refused("member-gone");
  if (user.passwordHash !== null && !(await isPassword(user.passwordHash, input.current)))
    return refused("wrong-password");
  await savePassword(db, user.id, await hashPassword(input.password));
  await revokeOtherSessions(db, user.id, input.sessionId, now);
  return ok({ id: user.id });
}
