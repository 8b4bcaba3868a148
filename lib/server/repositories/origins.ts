import "server-only";
import { uuidv7 } from "uuidv7";
import type { Tx } from "#lib/server/db/client.ts";

type Rooted = { deskId: string; id: string; claimId: string; originId: string | null };
type Author = { memberId: string; now: Date };

/** The origin that two pieces of evidence share; made, and given to the other one, when that had none. */
export async function sharedOrigin(tx: Tx, other: Rooted, by: Author): Promise<string> {
  return other.originId ?? (await ownOrigin(tx, other, by));
}

/** Gives a piece of evidence a new origin of its own. */
export async function ownOrigin(tx: Tx, { deskId, id, claimId }: Rooted, by: Author): Promise<string> {
  const count = await tx.origin.count({ where: { deskId, claimId } });
  const origin = { deskId, id: uuidv7(), claimId, label: originLabel(count) };
  await tx.origin.create({ data: origin });
  await giveOrigin(tx, { deskId, id, originId: origin.id }, by);
  return origin.id;
}

export async function giveOrigin(
  tx: Tx,
  { deskId, id, originId }: { deskId: string; id: string; originId: string },
  { memberId, now }: Author,
): Promise<void> {
  await tx.evidence.update({
    where: { deskId_id: { deskId, id } },
    data: { originId, editedById: memberId, updatedAt: now, rowVersion: { increment: 1 } },
  });
}

/** All of a claim's evidence with one origin moves to another one. */
export async function joinOrigins(
  tx: Tx,
  { deskId, claimId, from, to }: { deskId: string; claimId: string; from: string; to: string },
  { memberId, now }: Author,
): Promise<void> {
  await tx.evidence.updateMany({
    where: { deskId, claimId, originId: from },
    data: { originId: to, editedById: memberId, updatedAt: now, rowVersion: { increment: 1 } },
  });
}

/** A, B … Z, AA, AB … */
function originLabel(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : originLabel(Math.floor(index / 26) - 1) + letter;
}
