import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { refused } from "#lib/domain/failure.ts";
import type { Actor } from "#lib/domain/role.ts";
import type { Action } from "#lib/policy/can.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { lockClaim, type StoredClaim } from "#lib/server/repositories/claims.ts";
import { isBlindOn } from "#lib/server/repositories/second-verdicts.ts";

/**
 * A claim, held until the transaction ends, if the actor may do this to it. Whoever owes a second verdict on it does
 * nothing else to it first, and hears so in the same words whatever the first verdict says.
 */
export async function claimToChange(
  tx: Tx,
  actor: Actor,
  { action, claimId }: { readonly action: Action; readonly claimId: string },
): Promise<Outcome<StoredClaim>> {
  const loaded = permit(actor, action, await lockClaim(tx, actor.deskId, claimId));
  if (!loaded.ok) return loaded;
  return (await isBlindOn(tx, actor, claimId)) ? refused("blind-second") : loaded;
}
