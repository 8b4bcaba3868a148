import "server-only";
import type { Tx } from "#lib/server/db/client.ts";

type Person = { readonly deskId: string; readonly memberId: string };

/**
 * The claims of which this member has been asked for a second verdict and has not given it: until then nothing may tell
 * them what the first one says, nor anybody's decision on it.
 */
export async function blindClaims(tx: Tx, { deskId, memberId }: Person): Promise<ReadonlySet<string>> {
  const rows = await tx.secondVerdict.findMany({
    where: { deskId, memberId, givenAt: null, cancelledAt: null },
    select: { claimId: true },
  });
  return new Set(rows.map((row) => row.claimId));
}
