import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { invalid, notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import type { StoredClaim } from "#lib/server/repositories/claims.ts";
import { membersToName, type StoredThread, threadById } from "#lib/server/repositories/threads.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";

type Held = { readonly thread: StoredThread; readonly claim: StoredClaim };

/** A thread whose claim is held, for somebody who may write in it. */
export async function heldThread(tx: Tx, { actor }: Context, id: string): Promise<Outcome<Held>> {
  const { deskId } = actor;
  const named = await threadById(tx, deskId, id);
  if (named === null) return notFound();
  const claim = await claimToChange(tx, actor, { action: "thread.write", claimId: named.claimId });
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
