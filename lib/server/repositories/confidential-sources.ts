import "server-only";
import type { Tx } from "#lib/server/db/client.ts";

type Sources = { readonly deskId: string; readonly sourceIds: readonly string[] };

/** Whether any evidence, removed or not, cites one of these sources (one with those merged with it) as confidential. */
export async function isConfidential(tx: Tx, { deskId, sourceIds }: Sources): Promise<boolean> {
  const where = { deskId, sourceId: { in: [...sourceIds] }, confidential: true };
  return (await tx.evidence.findFirst({ where, select: { id: true } })) !== null;
}

/** Ends the watching of all addresses of these sources; those that were watched. */
export async function stopWatchesOf(
  tx: Tx,
  { deskId, sourceIds }: Sources,
  now: Date,
): Promise<readonly { readonly id: string; readonly address: string }[]> {
  return await tx.watch.updateManyAndReturn({
    where: { deskId, sourceId: { in: [...sourceIds] }, stoppedAt: null },
    data: { stoppedAt: now, rowVersion: { increment: 1 } },
    select: { id: true, address: true },
  });
}
