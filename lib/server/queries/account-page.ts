import "server-only";
import type { Context } from "#lib/server/context.ts";
import { userById } from "#lib/server/repositories/people.ts";
import { sessionsOf } from "#lib/server/repositories/sessions.ts";

type AccountPage = {
  readonly email: string;
  readonly hasPassword: boolean;
  readonly sessions: readonly {
    readonly id: string;
    readonly userAgent: string;
    readonly createdAt: string;
    readonly lastSeenAt: string;
  }[];
};

/** One's own account: the address, whether a password is set, and where one is signed in. */
export async function accountPage({ actor, db, now }: Context): Promise<AccountPage> {
  const user = await userById(db, actor.userId);
  const sessions = await sessionsOf(db, actor.userId, now);
  return {
    email: user?.email ?? "",
    hasPassword: user?.passwordHash != null,
    sessions: sessions.map((session) => ({
      id: session.id,
      userAgent: session.userAgent,
      createdAt: session.createdAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
    })),
  };
}
