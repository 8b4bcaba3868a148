import "server-only";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { appendAudits } from "#lib/server/repositories/audit.ts";
import { sourceFamily, sourceRow } from "#lib/server/repositories/captured-sources.ts";
import { stopWatchesOf } from "#lib/server/repositories/confidential-sources.ts";

/**
 * Ends the watching of a source that has just been cited as confidential: every look leaves a trace with whoever owns
 * the page. A person may start it again.
 */
export async function keepConfidential(tx: Tx, { actor, now }: Context, sourceId: string): Promise<void> {
  const { deskId, memberId } = actor;
  const source = await sourceRow(tx, deskId, sourceId);
  if (source === null) return;
  const { ids } = await sourceFamily(tx, source);
  const stopped = await stopWatchesOf(tx, { deskId, sourceIds: ids }, now);
  const events = stopped.map(({ id, address }) => {
    return { action: "watch.stop" as const, subjectId: id, details: { address } };
  });
  await appendAudits(tx, { deskId, actorId: memberId, now }, events);
}
