import "server-only";
import type { Tx } from "#lib/server/db/client.ts";

type Place = { readonly deskId: string; readonly memberId: string; readonly claimId: string };

/** Up to which entry of the record somebody has seen a claim, and which entries since are their own; null before the first look. */
export async function seenBy(tx: Tx, { deskId, memberId, claimId }: Place) {
  const key = { deskId, memberId, claimId };
  const seen = await tx.claimSeen.findUnique({ where: { deskId_memberId_claimId: key }, select: { seq: true } });
  if (seen === null) return null;
  const own = await tx.auditEntry.findMany({
    where: { deskId, claimId, actorId: memberId, seq: { gt: seen.seq } },
    select: { seq: true },
    take: 200,
  });
  return { seq: seen.seq, own: new Set(own.map((entry) => entry.seq)) };
}

/** Notes that somebody has seen a claim up to an entry of the record; never past its newest, and never back. */
export async function markSeen(tx: Tx, { deskId, memberId, claimId }: Place, upTo: bigint, now: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "ClaimSeen" ("deskId", "memberId", "claimId", seq, at)
    SELECT e."deskId", ${memberId}::uuid, e."claimId", max(e.seq), ${now}::timestamptz FROM "AuditEntry" e
    WHERE e."deskId" = ${deskId}::uuid AND e."claimId" = ${claimId}::uuid AND e.seq <= ${upTo} GROUP BY e."deskId", e."claimId"
    ON CONFLICT ("deskId", "memberId", "claimId")
    DO UPDATE SET seq = excluded.seq, at = excluded.at WHERE "ClaimSeen".seq < excluded.seq`;
}
