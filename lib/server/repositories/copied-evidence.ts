import "server-only";
import { uuidv7 } from "uuidv7";
import type { Tx } from "#lib/server/db/client.ts";
import { nextPosition, type StoredEvidence } from "#lib/server/repositories/evidence.ts";

type To = { readonly deskId: string; readonly claimId: string; readonly memberId: string; readonly now: Date };

/**
 * Copies pieces of another claim to the end of a locked claim's, without their origins; the ids of the copies by those of
 * what they were copied from.
 */
export async function insertCopies(
  tx: Tx,
  pieces: readonly StoredEvidence[],
  { deskId, claimId, memberId, now }: To,
): Promise<ReadonlyMap<string, string>> {
  const first = await nextPosition(tx, deskId, claimId);
  const by = { linkedById: memberId, editedById: memberId, createdAt: now, updatedAt: now };
  const made = pieces.map((piece) => ({ piece, id: uuidv7() }));
  await tx.evidence.createMany({
    data: made.map(({ piece, id }, index) => {
      const { sourceId, stance, kind, passage, locator, note, accessedOn, confidential, publicAs, calculation } = piece;
      const { captureId, passageStart, passageEnd } = piece;
      const words = { sourceId, stance, kind, passage, locator, note, accessedOn, confidential, publicAs, calculation };
      const place = { captureId, passageStart, passageEnd };
      return { deskId, id, claimId, position: first + index, originId: null, ...words, ...place, ...by };
    }),
  });
  return new Map(made.map(({ piece, id }) => [piece.id, id]));
}
