import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { invalid, notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import type { StoredClaim } from "#lib/server/repositories/claims.ts";
import { lockClaim } from "#lib/server/repositories/claims.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import { membersToName, type StoredThread, threadById } from "#lib/server/repositories/threads.ts";

/**
 * A claim that is held until the transaction ends, for somebody who may write in its threads. Asking for a second verdict
 * holds the claim too, so nobody becomes blind to what they are just writing in.
 */
export async function claimToDiscuss(tx: Tx, { actor }: Context, claimId: string): Promise<Outcome<StoredClaim>> {
  const loaded = permit(actor, "thread.write", await lockClaim(tx, actor.deskId, claimId));
  if (!loaded.ok) return loaded;
  return (await blindClaims(tx, actor)).has(claimId) ? refused("blind-second") : loaded;
}

type Held = { readonly thread: StoredThread; readonly claim: StoredClaim };

/** A thread whose claim is held, for somebody who may write in it. */
export async function heldThread(tx: Tx, context: Context, id: string): Promise<Outcome<Held>> {
  const { deskId } = context.actor;
  const named = await threadById(tx, deskId, id);
  if (named === null) return notFound();
  const claim = await claimToDiscuss(tx, context, named.claimId);
  if (!claim.ok) return claim;
  // Read again under the claim's lock: somebody may have resolved it meanwhile.
  const thread = await threadById(tx, deskId, id);
  return thread === null ? notFound() : ok({ thread, claim: claim.value });
}

/** That everybody whom a message names is on the desk now, and reads its discussions. */
export async function checkNamed(tx: Tx, deskId: string, mentions: readonly string[]): Promise<Outcome<null>> {
  if (mentions.length === 0) return ok(null);
  const found = await membersToName(tx, deskId, mentions);
  if (found.length === mentions.length) return ok(null);
  return invalid({
    text: "Somebody named here is not on the desk, or no longer. Take the name out or choose another.",
  });
}
