import "server-only";
import type { Actor } from "#lib/domain/role.ts";
import type { AnonymousContext } from "#lib/server/context.ts";
import { memberById, membershipsOf } from "#lib/server/repositories/members.ts";

/** A member as they are now, for a job that they asked for; null when they have left or were shut out. */
export async function memberActor(
  { db }: AnonymousContext,
  { deskId, memberId }: { readonly deskId: string; readonly memberId: string },
): Promise<Actor | null> {
  const member = await memberById(db, deskId, memberId);
  const present = member === null ? [] : await membershipsOf(db, member.userId);
  const membership = present.find((row) => row.deskId === deskId);
  if (membership === undefined) return null;
  return { deskId, memberId, userId: membership.userId, name: membership.name, role: membership.role };
}
