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
