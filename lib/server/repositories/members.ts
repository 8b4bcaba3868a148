import "server-only";
import type { MemberView } from "#lib/domain/member-view.ts";
import type { Actor, Role } from "#lib/domain/role.ts";
import type { MemberRow } from "#lib/domain/views.ts";
import type { Tx } from "#lib/server/db/client.ts";

export async function memberById(tx: Tx, deskId: string, id: string) {
  return await tx.member.findUnique({ where: { deskId_id: { deskId, id } } });
}

/** The names of these members, also of those who left. */
export async function memberNames(
  tx: Tx,
  deskId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.member.findMany({
    where: { deskId, id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Members who have not left, by name, without people from outside. */
export async function presentMembers(tx: Tx, deskId: string): Promise<(MemberView & { role: Role })[]> {
  return await tx.member.findMany({
    where: { deskId, leftAt: null, outside: false },
    orderBy: { name: "asc" },
    select: { id: true, name: true, role: true },
  });
}

/** The same as whoever acts. */
export async function presentActors(tx: Tx, deskId: string): Promise<Actor[]> {
  const rows = await tx.member.findMany({ where: { deskId, leftAt: null, outside: false }, orderBy: { id: "asc" } });
  return rows.map(({ id: memberId, userId, name, role }) => ({ deskId, memberId, userId, name, role }));
}

export async function memberRows(tx: Tx, deskId: string): Promise<Omit<MemberRow, "openClaims">[]> {
  const rows = await tx.member.findMany({
    where: { deskId, outside: false },
    orderBy: [{ leftAt: { sort: "asc", nulls: "first" } }, { name: "asc" }],
    include: { user: { select: { email: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.user.email,
    role: row.role,
    joinedAt: row.joinedAt.toISOString(),
    leftAt: row.leftAt?.toISOString() ?? null,
    rowVersion: row.rowVersion,
  }));
}

type NewMember = { deskId: string; id: string; userId: string; name: string; role: Role; now: Date };

/** A new member, or a former one or one from outside who joins under their old id; the member's id. */
export async function joinDesk(tx: Tx, { now, ...member }: NewMember): Promise<string> {
  const { deskId, userId, name, role } = member;
  const row = await tx.member.upsert({
    where: { deskId_userId: { deskId, userId } },
    create: { ...member, joinedAt: now },
    update: { name, role, leftAt: null, outside: false, rowVersion: { increment: 1 } },
  });
  return row.id;
}

/** Somebody's row on this desk, present or not. */
export async function memberOfUser(tx: Tx, deskId: string, userId: string) {
  return await tx.member.findUnique({ where: { deskId_userId: { deskId, userId } } });
}

/** Makes somebody a member from outside; a former member becomes one under their old id and name. The member's id. */
export async function joinFromOutside(tx: Tx, { now, ...member }: Omit<NewMember, "role">): Promise<string> {
  const { deskId, userId } = member;
  const row = await tx.member.upsert({
    where: { deskId_userId: { deskId, userId } },
    create: { ...member, role: "viewer", outside: true, joinedAt: now },
    update: { role: "viewer", outside: true, leftAt: null, rowVersion: { increment: 1 } },
  });
  return row.id;
}

/** A member as they are now, held: their role, and that they are here, stay so until the transaction ends. */
export async function holdMember(tx: Tx, deskId: string, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Member" WHERE "deskId" = ${deskId}::uuid AND id = ${id}::uuid FOR SHARE`;
  return await memberById(tx, deskId, id);
}

/** Compares and sets; whether the row was still at `rowVersion`. */
export async function saveMember(
  tx: Tx,
  key: { deskId: string; id: string; rowVersion: number },
  change: { role: Role; leftAt: Date | null },
): Promise<boolean> {
  const { count } = await tx.member.updateMany({ where: key, data: { ...change, rowVersion: { increment: 1 } } });
  return count === 1;
}

/** A person's present memberships, the oldest first; not where they are from outside. */
export async function membershipsOf(tx: Tx, userId: string) {
  return await tx.member.findMany({
    where: { userId, leftAt: null, outside: false, user: { disabledAt: null } },
    orderBy: { joinedAt: "asc" },
    include: { desk: { select: { id: true, name: true } } },
  });
}
