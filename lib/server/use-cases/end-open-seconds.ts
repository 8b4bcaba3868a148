import "server-only";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { appendAudits } from "#lib/server/repositories/audit.ts";
import { cancelRequest, lockOpenSeconds } from "#lib/server/repositories/second-verdicts.ts";
import { tellOfClaim } from "#lib/server/use-cases/tell-claim.ts";

/**
 * Takes back the requests for a second verdict that somebody who leaves has not answered, within a transaction, and tells
 * whoever asked: who comes in their place has to be apart from the claim, and an editor chooses that.
 */
export async function endOpenSeconds(tx: Tx, context: Context, memberId: string): Promise<void> {
  const { actor, now } = context;
  const { deskId } = actor;
  const open = await lockOpenSeconds(tx, deskId, memberId);
  for (const { id, claimId, askedById } of open) {
    await cancelRequest(tx, { deskId, id }, now);
    await tellOfClaim(tx, context, { kind: "second-ended", claimId, subjectId: id, members: [askedById] });
  }
  const events = open.map(({ id, claimId, articleId }) => {
    return { action: "second.cancel", subjectId: id, articleId, claimId, details: {} } as const;
  });
  if (events.length > 0) await appendAudits(tx, { deskId, actorId: actor.memberId, now }, events);
}
