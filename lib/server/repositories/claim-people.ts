import "server-only";
import type { Tx } from "#lib/server/db/client.ts";

/**
 * Whom a change under a claim concerns: everyone who worked on what its verdict rests on, whoever it is assigned to, and
 * `also`, as far as they are still on the desk.
 */
export async function peopleOfClaim(
  tx: Tx,
  { deskId, claimId, also }: { readonly deskId: string; readonly claimId: string; readonly also: string },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT m.id::text FROM "Member" m
    WHERE m."deskId" = ${deskId}::uuid AND m."leftAt" IS NULL AND m.id IN (
      SELECT c."memberId" FROM contributors_of(${deskId}::uuid, ${claimId}::uuid) c
      UNION SELECT ${also}::uuid
      UNION SELECT "assigneeId" FROM "Claim" WHERE "deskId" = ${deskId}::uuid AND id = ${claimId}::uuid)
    ORDER BY m.id`;
  return rows.map(({ id }) => id);
}

/** Of each claim, who gave its latest verdict and whoever it is assigned to. */
export async function ownersOfVerdicts(
  tx: Tx,
  deskId: string,
  claimIds: readonly string[],
): Promise<{ readonly claimId: string; readonly memberId: string }[]> {
  return await tx.$queryRaw<{ claimId: string; memberId: string }[]>`
    SELECT owned."claimId"::text AS "claimId", m.id::text AS "memberId" FROM (
      SELECT c.id AS "claimId", c."assigneeId" AS "memberId" FROM "Claim" c
        WHERE c."deskId" = ${deskId}::uuid AND c.id = ANY(${claimIds}::uuid[])
      UNION SELECT r."claimId", r."authorId" FROM "VerdictRevision" r
        JOIN (SELECT "claimId", max(number) AS number FROM "VerdictRevision"
          WHERE "deskId" = ${deskId}::uuid AND "claimId" = ANY(${claimIds}::uuid[]) GROUP BY "claimId") l
          ON l."claimId" = r."claimId" AND l.number = r.number
        WHERE r."deskId" = ${deskId}::uuid
    ) owned JOIN "Member" m ON m."deskId" = ${deskId}::uuid AND m.id = owned."memberId" AND m."leftAt" IS NULL`;
}
