import "server-only";
import type { ClaimView, HistoryLine } from "#lib/domain/views.ts";
import type { Context } from "#lib/server/context.ts";
import { seenBy } from "#lib/server/repositories/seen.ts";

/** The number of the newest line of its story that somebody is shown. */
export const newestLine = (claim: Pick<ClaimView, "history">): string => claim.history.at(-1)?.seq ?? "0";

/**
 * What others did to a claim since this reader last opened it, oldest first; nothing on the first look, and nothing for
 * somebody who judges it blind or was asked from outside.
 */
export async function sinceSeen(
  { actor, db }: Context,
  claim: Pick<ClaimView, "id" | "isBlind" | "history">,
): Promise<HistoryLine[]> {
  if (claim.isBlind || actor.outside !== undefined) return [];
  const { deskId, memberId } = actor;
  const seen = await seenBy(db, { deskId, memberId, claimId: claim.id });
  if (seen === null) return [];
  return claim.history.filter((line) => BigInt(line.seq) > seen.seq && !seen.own.has(BigInt(line.seq)));
}
