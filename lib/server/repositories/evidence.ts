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

/** What a basis and the gates look at of a piece of evidence. */
export type BasisEvidence = {
  readonly id: string;
  readonly stance: Stance;
  readonly kind: EvidenceKind;
  readonly originId: string | null;
  readonly sourceId: string;
  readonly captureId: string | null;
  readonly passageStart: number | null;
  readonly passage: string;
  readonly locator: string;
  readonly note: string;
  readonly calculation: string;
  readonly capture: { readonly sha256: string } | null;
  readonly source: { readonly mergedIntoId: string | null };
};

type BasisRow = Omit<BasisEvidence, "capture" | "source"> & { sha256: string | null; mergedIntoId: string | null };

/** All evidence of a claim that was not removed, in its order of display, as lean as thousands of pieces ask for. */
export async function basisEvidenceOf(tx: Tx, deskId: string, claimId: string): Promise<BasisEvidence[]> {
  const rows = await tx.$queryRaw<BasisRow[]>`
    SELECT e.id::text, e.stance::text, e.kind::text, e."originId"::text, e."sourceId"::text, e."captureId"::text,
      e."passageStart", e.passage, e.locator, e.note, e.calculation, c.sha256, s."mergedIntoId"::text
    FROM "Evidence" e
    JOIN "Source" s ON s."deskId" = e."deskId" AND s.id = e."sourceId"
    LEFT JOIN "Capture" c ON c."deskId" = e."deskId" AND c.id = e."captureId"
    WHERE e."deskId" = ${deskId}::uuid AND e."claimId" = ${claimId}::uuid AND e."removedAt" IS NULL
    ORDER BY e.position, e.id`;
  return rows.map(({ sha256, mergedIntoId, ...row }) => ({
    ...row,
    capture: sha256 === null ? null : { sha256 },
    source: { mergedIntoId },
  }));
}

/** A stretch of the same with all that a page shows of it, after the first `skip`. */
export async function evidenceFrom(tx: Tx, deskId: string, at: { claimId: string; skip: number; take: number }) {
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

export type StoredEvidence = Awaited<ReturnType<typeof evidenceFrom>>[number];

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

/** Where evidence is added to a locked claim: behind all it ever had. */
export async function nextPosition(tx: Tx, deskId: string, claimId: string): Promise<number> {
  const last = await tx.evidence.findFirst({
    where: { deskId, claimId },
    orderBy: { position: "desc" },
    select: { position: true },
  });
  return last === null ? 0 : last.position + 1;
}

/** Adds evidence at the end of a locked claim's. */
export async function insertEvidence(tx: Tx, evidence: NewEvidence): Promise<void> {
  const { memberId, now, ...row } = evidence;
  const position = await nextPosition(tx, row.deskId, row.claimId);
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
