import "server-only";
import { z } from "zod";
import { type RelationKind, relationKinds } from "#lib/domain/relation.ts";
import type { Tx } from "#lib/server/db/client.ts";

const kind = z.enum(relationKinds);
type NewRelation = {
  deskId: string;
  id: string;
  kind: RelationKind;
  claimId: string;
  otherId: string;
  memberId: string;
  now: Date;
};

/** The database makes the people of the other claim contributors to this one, for a split and a merge. */
export async function insertRelation(tx: Tx, { memberId, now, ...row }: NewRelation): Promise<void> {
  await tx.claimRelation.create({ data: { ...row, createdById: memberId, createdAt: now } });
}

export async function relationById(tx: Tx, deskId: string, id: string) {
  return await tx.claimRelation.findUnique({ where: { deskId_id: { deskId, id } } });
}

/** The relation by which a claim takes its verdict from another now; null when there is none. */
export async function leaderOf(tx: Tx, deskId: string, claimId: string) {
  return await tx.claimRelation.findFirst({ where: { deskId, claimId, kind: "same", endedAt: null } });
}

/** The ids of the claims that take their verdict from this one now, in the order in which they were related. */
export async function followersOf(tx: Tx, deskId: string, claimId: string): Promise<string[]> {
  const rows = await tx.claimRelation.findMany({
    where: { deskId, otherId: claimId, kind: "same", endedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { claimId: true },
  });
  return rows.map((row) => row.claimId);
}

/** The relations of the kind `same` that these claims are in now, on either side, in the order in which they were made. */
export async function sameAmong(tx: Tx, deskId: string, claimIds: readonly string[]) {
  const among = { in: [...claimIds] };
  return await tx.claimRelation.findMany({
    where: { deskId, kind: "same", endedAt: null, OR: [{ claimId: among }, { otherId: among }] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, claimId: true, otherId: true },
  });
}

export async function endRelationAt(tx: Tx, deskId: string, id: string, now: Date): Promise<void> {
  await tx.claimRelation.updateMany({ where: { deskId, id, endedAt: null }, data: { endedAt: now } });
}

const ends = {
  select: {
    id: true,
    articleId: true,
    number: true,
    statement: true,
    state: true,
    article: { select: { title: true } },
  },
} as const;

/** Everything that ties a claim to others now, the latest first, with both ends; at most 200. */
export async function relationsOf(tx: Tx, deskId: string, claimId: string) {
  const rows = await tx.claimRelation.findMany({
    where: { deskId, endedAt: null, OR: [{ claimId }, { otherId: claimId }] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 200,
    include: { claim: ends, other: ends },
  });
  return rows.map((row) => ({ ...row, kind: kind.parse(row.kind) }));
}
