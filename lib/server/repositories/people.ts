import "server-only";
import type { Role } from "#lib/domain/role.ts";
import type { Tx } from "#lib/server/db/client.ts";

export async function userByEmail(tx: Tx, email: string) {
  return await tx.user.findUnique({ where: { email } });
}

export async function userById(tx: Tx, id: string) {
  return await tx.user.findUnique({ where: { id } });
}

export async function allUsers(tx: Tx) {
  return await tx.user.findMany({
    orderBy: { createdAt: "asc" },
    include: { members: { include: { desk: { select: { name: true } } } } },
  });
}

type NewUser = { id: string; email: string; name: string; passwordHash: string | null; now: Date };

export async function insertUser(tx: Tx, { now, ...user }: NewUser): Promise<void> {
  await tx.user.create({ data: { ...user, createdAt: now } });
}

export async function savePassword(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await tx.user.update({ where: { id }, data: { passwordHash } });
}

type NewLink = {
  id: string;
  tokenHash: string;
  localOnly: boolean;
  now: Date;
  expiresAt: Date;
} & (
  | { purpose: "sign_in"; userId: string }
  | { purpose: "setup" }
  | { purpose: "invitation"; deskId: string; email: string; role: Role }
);

export async function insertLink(tx: Tx, { now, ...link }: NewLink): Promise<void> {
  await tx.oneUseLink.create({ data: { ...link, createdAt: now } });
}

/** Gives a link that was not used yet another token, for whoever asked for it twice; false when there is none. */
export async function renewLink(
  tx: Tx,
  key: { id: string; deskId: string },
  change: { tokenHash: string; email: string; role: Role },
): Promise<boolean> {
  const { count } = await tx.oneUseLink.updateMany({ where: { ...key, usedAt: null }, data: change });
  return count === 1;
}

/** A link that was neither used nor revoked nor has expired. */
export async function liveLink(tx: Tx, tokenHash: string, now: Date) {
  return await tx.oneUseLink.findFirst({
    where: { tokenHash, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    include: { user: { select: { name: true, disabledAt: true } }, desk: { select: { name: true } } },
  });
}

/** Uses a link up; false when somebody else did in the meantime. */
export async function spendLink(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.oneUseLink.updateMany({
    where: { id, usedAt: null, revokedAt: null },
    data: { usedAt: now },
  });
  return count === 1;
}

export async function revokeSetupLinks(tx: Tx, now: Date): Promise<void> {
  await tx.oneUseLink.updateMany({
    where: { purpose: "setup", usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
}

/** Invitations of a desk that are still open. */
export async function openInvitations(tx: Tx, deskId: string, now: Date) {
  return await tx.oneUseLink.findMany({
    where: { deskId, purpose: "invitation", usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
  });
}
