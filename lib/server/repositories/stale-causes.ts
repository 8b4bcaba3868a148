import "server-only";
import { staleReasons } from "#lib/domain/claim.ts";
import type { StaleCause } from "#lib/domain/stale-why.ts";
import type { Tx } from "#lib/server/db/client.ts";

type Row = {
  readonly claimId: string;
  readonly reason: string;
  readonly versionNumber: number | null;
  readonly action: string | null;
  readonly who: string | null;
  readonly at: Date | null;
};

/**
 * What made each of these claims stale: its newest entry of that kind in the record, what was done to the claim at the
 * same moment, and the article's version then. Claims that are not stale are left out.
 */
export async function staleCauses(
  tx: Tx,
  deskId: string,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, StaleCause>> {
  if (claimIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id AS "claimId", c."staleReason"::text AS reason, e.at, m.name AS who, d.action, v.number AS "versionNumber"
    FROM "Claim" c
    LEFT JOIN LATERAL (
      SELECT s.seq, s.at, s."actorId" FROM "AuditEntry" s
      WHERE s."deskId" = c."deskId" AND s."claimId" = c.id AND s.action = 'verdict.stale' ORDER BY s.seq DESC LIMIT 1
    ) e ON true
    LEFT JOIN LATERAL (
      SELECT w.action FROM "AuditEntry" w
      WHERE w."deskId" = c."deskId" AND w."claimId" = c.id AND w.at = e.at AND w.action <> 'verdict.stale'
        AND (w.action LIKE 'evidence.%' OR w.action = 'claim.edit')
      ORDER BY w.seq DESC LIMIT 1
    ) d ON true
    LEFT JOIN LATERAL (
      SELECT a.number FROM "ArticleVersion" a
      WHERE a."deskId" = c."deskId" AND a."articleId" = c."articleId" AND a."createdAt" <= e.at
      ORDER BY a.number DESC LIMIT 1
    ) v ON true
    LEFT JOIN "Member" m ON m."deskId" = c."deskId" AND m.id = e."actorId"
    WHERE c."deskId" = ${deskId}::uuid AND c.id = ANY(${claimIds}::uuid[]) AND c.state = 'stale'`;
  return new Map(
    rows.flatMap(({ claimId, reason, who, at, ...row }) => {
      const known = staleReasons.find((name) => name === reason);
      if (known === undefined) return [];
      return [[claimId, { ...row, reason: known, who: who ?? "", at: at?.toISOString() ?? null }] as const];
    }),
  );
}
