import "server-only";
import type { Tx } from "#lib/server/db/client.ts";

export type NewFilter = {
  readonly deskId: string;
  readonly id: string;
  readonly memberId: string;
  readonly name: string;
  readonly query: string;
  readonly shared: boolean;
};

export async function filterById(tx: Tx, deskId: string, id: string) {
  return await tx.savedFilter.findUnique({ where: { deskId_id: { deskId, id } } });
}

/** How many filters somebody keeps, removed ones not counted. */
export async function countFilters(tx: Tx, deskId: string, memberId: string): Promise<number> {
  return await tx.savedFilter.count({ where: { deskId, memberId, removedAt: null } });
}

export async function insertFilter(tx: Tx, filter: NewFilter, now: Date): Promise<void> {
  await tx.savedFilter.create({ data: { ...filter, createdAt: now } });
}

/** Compares and sets; whether the row was still at `rowVersion`. */
export async function setFilterRemoved(
  tx: Tx,
  key: { deskId: string; id: string; rowVersion: number },
  removedAt: Date | null,
): Promise<boolean> {
  const { count } = await tx.savedFilter.updateMany({ where: key, data: { removedAt, rowVersion: { increment: 1 } } });
  return count === 1;
}

/** A member's filters and those that colleagues share, by name; removed ones left out. */
export async function filtersFor(tx: Tx, deskId: string, memberId: string) {
  return await tx.savedFilter.findMany({
    where: { deskId, removedAt: null, OR: [{ memberId }, { shared: true }] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 200,
    include: { member: { select: { name: true } } },
  });
}
