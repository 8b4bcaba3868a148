import "server-only";
import type { Gate, GateOverride, GateStage } from "#lib/domain/gate.ts";
import { gateStages, gates } from "#lib/domain/gate.ts";
import type { Tx } from "#lib/server/db/client.ts";

type NewOverride = {
  deskId: string;
  id: string;
  claimId: string;
  revisionId: string | null;
  /** Of the revision that it is for: at the stage `propose`, of the next one. */
  revisionNumber: number;
  stage: GateStage;
  gate: Gate;
  reason: string;
  memberId: string;
  now: Date;
};

/** The database refuses a contributor, a role below editor and an outdated revision here, whatever the caller checked. */
export async function insertOverride(tx: Tx, override: NewOverride): Promise<void> {
  const { now, ...row } = override;
  await tx.gateOverride.create({ data: { ...row, createdAt: now } });
}

export async function overrideById(tx: Tx, deskId: string, id: string) {
  return await tx.gateOverride.findUnique({ where: { deskId_id: { deskId, id } } });
}

type StoredOverride = GateOverride & { readonly memberId: string; readonly revisionNumber: number };

/** The overrides of a claim's gates for the revisions of these numbers, oldest first. */
export async function overridesOf(
  tx: Tx,
  { deskId, claimId }: { deskId: string; claimId: string },
  revisionNumbers: readonly number[],
): Promise<StoredOverride[]> {
  const rows = await tx.gateOverride.findMany({
    where: { deskId, claimId, revisionNumber: { in: [...revisionNumbers] } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { member: { select: { name: true } } },
  });
  return rows.flatMap((row) => {
    const gate = gates.find((known) => known === row.gate);
    const stage = gateStages.find((known) => known === row.stage);
    if (gate === undefined || stage === undefined) return [];
    const { memberId, revisionNumber, reason } = row;
    return { gate, stage, by: row.member.name, at: row.createdAt.toISOString(), reason, memberId, revisionNumber };
  });
}

/** How often the claimant was asked, withdrawn requests left out, and how many threads of the claim are not resolved. */
export async function gateCounts(tx: Tx, deskId: string, claimId: string) {
  const [row] = await tx.$queryRaw<{ asked: number; openThreads: number }[]>`
    SELECT
      (SELECT count(*)::int FROM "ReplyRequest" r
        WHERE r."deskId" = ${deskId}::uuid AND r."claimId" = ${claimId}::uuid AND r."withdrawnAt" IS NULL) AS asked,
      (SELECT count(*)::int FROM "Thread" t
        WHERE t."deskId" = ${deskId}::uuid AND t."claimId" = ${claimId}::uuid AND t."resolvedAt" IS NULL) AS "openThreads"`;
  return row ?? { asked: 0, openThreads: 0 };
}
