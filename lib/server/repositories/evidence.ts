import "server-only";
import type { EvidenceKind, Stance } from "#lib/domain/evidence.ts";
import type { Tx } from "#lib/server/db/client.ts";

export async function evidenceById(tx: Tx, deskId: string, id: string) {
  return await tx.evidence.findUnique({
    where: { deskId_id: { deskId, id } },
    include: { source: true, origin: true },
  });
}

const withPeople = {
  source: { include: { mergedInto: true } },
  origin: true,
  capture: { select: { id: true, sha256: true, obtainedAt: true } },
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

/** A stretch of the same, after the first `skip`. */
export async function evidenceFrom(
  tx: Tx,
  deskId: string,
  at: { claimId: string; skip: number; take: number },
): Promise<StoredEvidence[]> {
  return await tx.evidence.findMany({
    where: { deskId, claimId: at.claimId, removedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    skip: at.skip,
    take: at.take,
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
  confidential: boolean;
  publicAs: string;
  calculation: string;
  captureId: string | null;
  passageStart: number | null;
  passageEnd: number | null;
};

type NewEvidence = EvidenceFields & { deskId: string; id: string; claimId: string; memberId: string; now: Date };

/** Adds evidence at the end of a locked claim's. */
export async function insertEvidence(tx: Tx, evidence: NewEvidence): Promise<void> {
  const { memberId, now, ...row } = evidence;
  const last = await tx.evidence.findFirst({
    where: { deskId: row.deskId, claimId: row.claimId },
    orderBy: { position: "desc" },
    select: { position: true },
  });
  const position = last === null ? 0 : last.position + 1;
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
