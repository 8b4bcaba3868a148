import "server-only";
import type { Actor } from "#lib/domain/role.ts";
import { sessionLimits } from "#lib/domain/session.ts";
import type { AnonymousContext } from "#lib/server/context.ts";
import { deskOfArticle } from "#lib/server/repositories/articles.ts";
import { membershipsOf } from "#lib/server/repositories/members.ts";
import { userByEmail } from "#lib/server/repositories/people.ts";
import { liveSession, touchSession } from "#lib/server/repositories/sessions.ts";

const touchEveryMs = 60_000;

type Found = { readonly actor: Actor; readonly deskName: string };

/** The member behind a live session: not revoked, not expired, not idle too long, on a desk they have not left. */
export async function actorOfSession({ db, now }: AnonymousContext, sessionId: string): Promise<Found | null> {
  const session = await liveSession(db, sessionId, { now, idleSince: new Date(now.getTime() - sessionLimits.idleMs) });
  if (session === null) return null;
  const memberships = await membershipsOf(db, session.userId);
  const membership = memberships.find((row) => row.deskId === session.deskId) ?? memberships[0];
  if (membership === undefined) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > touchEveryMs) await touchSession(db, sessionId, now);
  return found(membership);
}

/** The member that a command acts as: the person's membership of their first desk. */
export async function actorByEmail({ db }: AnonymousContext, email: string): Promise<Found | null> {
  const user = await userByEmail(db, email.trim().toLowerCase());
  const [membership] = user === null ? [] : await membershipsOf(db, user.id);
  return membership === undefined ? null : found(membership);
}

/**
 * The operator of the installation as a reader of the desk that has this article; null when none has. For commands
 * that only read: whoever runs them can read the database anyway.
 */
export async function operatorFor({ db }: AnonymousContext, articleId: string): Promise<Actor | null> {
  const deskId = await deskOfArticle(db, articleId);
  return deskId === null ? null : { deskId, memberId: deskId, userId: deskId, name: "Stet", role: "viewer" };
}

type Membership = Awaited<ReturnType<typeof membershipsOf>>[number];

function found({ deskId, id, userId, name, role, desk }: Membership): Found {
  return { actor: { deskId, memberId: id, userId, name, role }, deskName: desk.name };
}
