import "server-only";
import { uuidv7 } from "uuidv7";
import { type GatePolicy, perGate } from "#lib/domain/gate.ts";
import type { Quorum } from "#lib/domain/quorum.ts";
import type { Rating } from "#lib/domain/rating.ts";
import { defaultScale } from "#lib/domain/rating.ts";
import { ratingIconOf } from "#lib/domain/rating-icon.ts";
import type { Tx } from "#lib/server/db/client.ts";

export async function deskById(tx: Tx, id: string) {
  return await tx.desk.findUnique({ where: { id } });
}

export function quorumOf(desk: { approvalsNeeded: number; voters: number; printDissent: boolean }): Quorum {
  return { needed: desk.approvalsNeeded, voters: desk.voters, printDissent: desk.printDissent };
}

function quorumColumns({ needed, voters, printDissent }: Quorum) {
  return { approvalsNeeded: needed, voters, printDissent };
}

export async function countDesks(tx: Tx): Promise<number> {
  return await tx.desk.count();
}

export async function allDesks(tx: Tx) {
  return await tx.desk.findMany({ orderBy: { createdAt: "asc" } });
}

/** A desk with the scale that every desk starts with. */
export async function insertDesk(tx: Tx, desk: { id: string; name: string; now: Date }): Promise<void> {
  await tx.desk.create({ data: { id: desk.id, name: desk.name, createdAt: desk.now } });
  const scaleId = uuidv7();
  await tx.ratingScale.create({ data: { deskId: desk.id, id: scaleId, name: "Five steps", createdAt: desk.now } });
  await tx.rating.createMany({
    data: defaultScale.map((rating, position) => ({ ...rating, deskId: desk.id, id: uuidv7(), scaleId, position })),
  });
}

export async function saveDesk(
  tx: Tx,
  key: { id: string; rowVersion: number },
  { quorum, ...change }: { name: string; quorum: Quorum; checkersMayReview: boolean },
): Promise<boolean> {
  const data = { ...change, ...quorumColumns(quorum), rowVersion: { increment: 1 } };
  const { count } = await tx.desk.updateMany({ where: key, data });
  return count === 1;
}

/** Compares and sets; whether the desk was still at `rowVersion`. */
export async function saveGates(
  tx: Tx,
  key: { id: string; rowVersion: number },
  { policy, quorum }: { policy: GatePolicy; quorum: Quorum },
): Promise<boolean> {
  const gates = { origins: policy.origins, modes: perGate((gate) => ({ ...policy.modes[gate] })) };
  const data = { gates, ...quorumColumns(quorum), rowVersion: { increment: 1 } };
  const { count } = await tx.desk.updateMany({ where: key, data });
  return count === 1;
}

/** The desk's present scale, in its order. */
export async function presentRatings(tx: Tx, deskId: string): Promise<Rating[]> {
  const ratings = await tx.rating.findMany({
    where: { deskId, scale: { retiredAt: null } },
    orderBy: { position: "asc" },
    select: { id: true, label: true, definition: true, token: true, value: true, icon: true },
  });
  return ratings.map((rating) => ({ ...rating, icon: ratingIconOf(rating.icon) }));
}

/** A rating of the desk, also of a retired scale; null when the desk has none of that id. */
export async function ratingById(tx: Tx, deskId: string, id: string) {
  return await tx.rating.findUnique({ where: { deskId_id: { deskId, id } }, include: { scale: true } });
}
