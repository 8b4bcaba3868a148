import "server-only";
import { uuidv7 } from "uuidv7";
import type { EvidenceKind, Stance } from "#lib/domain/evidence.ts";
import type { Tx } from "#lib/server/db/client.ts";

export async function evidenceById(tx: Tx, deskId: string, id: string) {
  return await tx.evidence.findUnique({
    where: { deskId_id: { deskId, id } },
    include: { source: true, origin: true },
  });
}

const withPeople = {
  source: true,
  origin: true,
  capture: { select: { sha256: true } },
  linkedBy: { select: { id: true, name: true } },
  editedBy: { select: { id: true, name: true } },
} as const;

/** The evidence of a claim that was not removed, in its order of display. */
export async function evidenceOfClaim(tx: Tx, deskId: string, claimId: string) {
  return await tx.evidence.findMany({
    where: { deskId, claimId, removedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: withPeople,
  });
}

/** The same of several claims, by claim. */
export async function evidenceOfClaims(
  tx: Tx,
  deskId: string,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, StoredEvidence[]>> {
  const rows = await tx.evidence.findMany({
    where: { deskId, claimId: { in: [...claimIds] }, removedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: withPeople,
  });
  return Map.groupBy(rows, (row) => row.claimId);
}

export type StoredEvidence = Awaited<ReturnType<typeof evidenceOfClaim>>[number];

export type EvidenceFields = {
  sourceId: string;
  originId: string | null;
  stance: Stance;
  kind: EvidenceKind;
  passage: string;
  locator: string;
  note: string;
  accessedOn: string;
};

type NewEvidence = EvidenceFields & { deskId: string; id: string; claimId: string; memberId: string; now: Date };

export async function insertEvidence(tx: Tx, evidence: NewEvidence): Promise<void> {
  const { memberId, now, ...row } = evidence;
  const position = await tx.evidence.count({ where: { deskId: row.deskId, claimId: row.claimId } });
  await tx.evidence.create({
    data: { ...row, position, linkedById: memberId, editedById: memberId, createdAt: now, updatedAt: now },
  });
}

type EvidenceChange = Partial<EvidenceFields> & { removedAt?: Date | null; editedById: string; updatedAt: Date };

/** Compares and sets; whether the row was still at `rowVersion`. */
export async function saveEvidence(
  tx: Tx,
  key: { deskId: string; id: string; rowVersion: number },
  change: EvidenceChange,
): Promise<boolean> {
  const { count } = await tx.evidence.updateMany({ where: key, data: { ...change, rowVersion: { increment: 1 } } });
  return count === 1;
}

/** The origin that two pieces of evidence share; made, and given to the other one, when that had none. */
export async function sharedOrigin(
  tx: Tx,
  other: { deskId: string; id: string; claimId: string; originId: string | null },
  by: { memberId: string; now: Date },
): Promise<string> {
  if (other.originId !== null) return other.originId;
  const { deskId, claimId } = other;
  const count = await tx.origin.count({ where: { deskId, claimId } });
  const origin = { deskId, id: uuidv7(), claimId, label: originLabel(count) };
  await tx.origin.create({ data: origin });
  await tx.evidence.update({
    where: { deskId_id: { deskId, id: other.id } },
    data: { originId: origin.id, editedById: by.memberId, updatedAt: by.now, rowVersion: { increment: 1 } },
  });
  return origin.id;
}

/** A, B … Z, AA, AB … */
function originLabel(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : originLabel(Math.floor(index / 26) - 1) + letter;
}
