import "server-only";
import type { Tx } from "#lib/server/db/client.ts";

type NewSession = { id: string; userId: string; deskId: string | null; now: Date; expiresAt: Date; userAgent: string };

export async function insertSession(tx: Tx, { now, ...session }: NewSession): Promise<void> {
  await tx.session.create({ data: { ...session, createdAt: now, lastSeenAt: now } });
}

/** A session that is neither revoked nor expired nor idle since before `idleSince`, with its person. */
export async function liveSession(tx: Tx, id: string, moments: { now: Date; idleSince: Date }) {
  return await tx.session.findFirst({
    where: {
      id,
      revokedAt: null,
      expiresAt: { gt: moments.now },
      lastSeenAt: { gt: moments.idleSince },
      user: { disabledAt: null },
    },
    include: { user: { select: { id: true, email: true, name: true, passwordHash: true } } },
  });
}

export async function touchSession(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.session.updateMany({ where: { id }, data: { lastSeenAt: now } });
}

export async function sessionsOf(tx: Tx, userId: string, now: Date) {
  return await tx.session.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { lastSeenAt: "desc" },
    take: 100,
  });
}

/** Ends one session, at once; with `userId`, only if it is that person's. */
export async function revokeSession(tx: Tx, key: { id: string; userId?: string }, now: Date): Promise<void> {
  await tx.session.updateMany({ where: { ...key, revokedAt: null }, data: { revokedAt: now } });
}

/** Ends every session of a person but the one named. */
export async function revokeOtherSessions(tx: Tx, userId: string, keep: string | null, now: Date): Promise<void> {
  await tx.session.updateMany({
    where: { userId, revokedAt: null, ...(keep === null ? {} : { id: { not: keep } }) },
    data: { revokedAt: now },
  });
}
