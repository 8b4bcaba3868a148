import "server-only";
import { uuidv7 } from "uuidv7";
import type { Tx } from "#lib/server/db/client.ts";
import type { StoredEvidence } from "#lib/server/repositories/evidence.ts";

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
  const last = await tx.evidence.findFirst({
    where: { deskId, claimId },
    orderBy: { position: "desc" },
    select: { position: true },
  });
  const first = last === null ? 0 : last.position + 1;
  const made = { linkedById: memberId, editedById: memberId, createdAt: now, updatedAt: now };
  const ids = new Map(pieces.map((piece) => [piece.id, uuidv7()]));
  await tx.evidence.createMany({
    data: pieces.flatMap((piece, index) => {
      const id = ids.get(piece.id);
      const { sourceId, stance, kind, passage, locator, note, accessedOn, confidential, publicAs, calculation } = piece;
      const { captureId, passageStart, passageEnd } = piece;
      const words = { sourceId, stance, kind, passage, locator, note, accessedOn, confidential, publicAs, calculation };
      const place = { captureId, passageStart, passageEnd };
      const row = { deskId, claimId, position: first + index, originId: null, ...words, ...place, ...made };
      return id === undefined ? [] : [{ ...row, id }];
    }),
  });
  return ids;
}
