import "server-only";
import type { MemberView } from "#lib/domain/member-view.ts";
import type { ThreadAnchor } from "#lib/domain/thread.ts";
import type { Tx } from "#lib/server/db/client.ts";

export async function threadById(tx: Tx, deskId: string, id: string) {
  return await tx.thread.findUnique({ where: { deskId_id: { deskId, id } } });
}

export type StoredThread = NonNullable<Awaited<ReturnType<typeof threadById>>>;

/** The first 50 threads of a claim: open ones before resolved ones, then the newest first. */
export async function threadsOf(tx: Tx, deskId: string, claimId: string) {
  return await tx.thread.findMany({
    where: { deskId, claimId },
    orderBy: [{ resolvedAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }, { id: "desc" }],
    take: 50,
    include: { resolvedBy: { select: { id: true, name: true } } },
  });
}

/** How many open threads each of these claims has; claims without one are not in it. */
export async function openThreadsOf(
  tx: Tx,
  deskId: string,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const where = { deskId, claimId: { in: [...claimIds] }, resolvedAt: null };
  const rows = await tx.thread.groupBy({ by: ["claimId"], where, _count: true });
  return new Map(rows.map((row) => [row.claimId, row._count]));
}

type NewThread = {
  deskId: string;
  id: string;
  claimId: string;
  anchor: ThreadAnchor;
  anchorId: string;
  createdById: string;
  createdAt: Date;
};

export async function insertThread(tx: Tx, thread: NewThread): Promise<void> {
  await tx.thread.create({ data: thread });
}

type ThreadChange = { resolvedAt: Date | null; resolvedById: string | null; resolvedReason: string | null };

/** Compares and sets; whether the row was still at `rowVersion`. */
export async function saveThread(
  tx: Tx,
  key: { deskId: string; id: string; rowVersion: number },
  change: ThreadChange,
): Promise<boolean> {
  const { count } = await tx.thread.updateMany({ where: key, data: { ...change, rowVersion: { increment: 1 } } });
  return count === 1;
}

/** Which of these people can be named in a message: on the desk, and not from outside. All of them without `ids`. */
export async function membersToName(tx: Tx, deskId: string, ids?: readonly string[]): Promise<MemberView[]> {
  return await tx.member.findMany({
    where: { deskId, leftAt: null, outside: false, ...(ids === undefined ? {} : { id: { in: [...ids] } }) },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}

type Told = { readonly deskId: string; readonly claimId: string; readonly threadId: string };

/**
 * Whom a message in a thread concerns: who wrote in it, and, of a first one, whoever the claim is assigned to and the
 * author of its latest verdict; as far as they are still on the desk.
 */
export async function peopleOfThread(
  tx: Tx,
  { deskId, claimId, threadId }: Told,
  { isFirst }: { readonly isFirst: boolean },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT m.id::text FROM "Member" m
    WHERE m."deskId" = ${deskId}::uuid AND m."leftAt" IS NULL AND NOT m.outside AND m.id IN (
      SELECT "authorId" FROM "Message" WHERE "deskId" = ${deskId}::uuid AND "threadId" = ${threadId}::uuid
      UNION SELECT "assigneeId" FROM "Claim" WHERE ${isFirst} AND "deskId" = ${deskId}::uuid AND id = ${claimId}::uuid
      UNION (SELECT "authorId" FROM "VerdictRevision" WHERE ${isFirst} AND "deskId" = ${deskId}::uuid
        AND "claimId" = ${claimId}::uuid ORDER BY number DESC LIMIT 1))
    ORDER BY m.id`;
  return rows.map(({ id }) => id);
}

/** Drafts of what a member has begun to write in a claim's discussions. */
export async function threadDrafts(tx: Tx, at: { deskId: string; memberId: string; claimId: string }) {
  const { deskId, memberId, claimId } = at;
  return await tx.draft.findMany({
    where: {
      deskId,
      memberId,
      OR: [{ key: { startsWith: `thread:${claimId}:` } }, { key: { startsWith: `passage:${claimId}:` } }],
    },
    orderBy: { updatedAt: "desc" },
    take: 50,
    select: { key: true, fields: true },
  });
}
