import "server-only";
import type { Tx } from "#lib/server/db/client.ts";

/** These pieces of a claim's evidence, those that were not removed, in their order of display. */
export async function placesOf(tx: Tx, deskId: string, of: { claimId: string; ids: readonly string[] }) {
  return await tx.evidence.findMany({
    where: { deskId, claimId: of.claimId, id: { in: [...of.ids] }, removedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, position: true },
  });
}

/** Gives all evidence of a locked claim places of their own, in the order in which it stands. */
export async function numberPlaces(tx: Tx, deskId: string, claimId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Evidence" e SET position = n.place
    FROM (SELECT id, row_number() OVER (ORDER BY position, id) - 1 AS place FROM "Evidence"
          WHERE "deskId" = ${deskId}::uuid AND "claimId" = ${claimId}::uuid) n
    WHERE e."deskId" = ${deskId}::uuid AND e.id = n.id AND e.position <> n.place`;
}

/** Puts each piece of evidence at its place, in one statement; nothing else of it changes. */
export async function setPlaces(
  tx: Tx,
  deskId: string,
  places: readonly { readonly id: string; readonly position: number }[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Evidence" e SET position = p.position
    FROM unnest(${places.map((place) => place.id)}::uuid[], ${places.map((place) => place.position)}::int[]) AS p(id, position)
    WHERE e."deskId" = ${deskId}::uuid AND e.id = p.id`;
}
