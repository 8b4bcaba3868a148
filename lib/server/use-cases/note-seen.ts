import "server-only";
import type { z } from "zod";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { seenClaim } from "#lib/schemas/seen.ts";
import type { Context } from "#lib/server/context.ts";
import { claimById } from "#lib/server/repositories/claims.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import { markSeen } from "#lib/server/repositories/seen.ts";

/**
 * Notes that somebody has looked at a claim up to the newest line of its story that they were shown, for themselves
 * alone: nothing of it is in the record. Whoever judges it blind has not seen what it holds, so nothing is noted for them.
 */
export async function noteSeen(
  { actor, db, now }: Context,
  { claimId, upTo }: z.output<typeof seenClaim>,
): Promise<Outcome<{ id: string }>> {
  const loaded = permit(actor, "claim.read", await claimById(db, actor.deskId, claimId));
  if (!loaded.ok) return loaded;
  if ((await blindClaims(db, actor)).has(claimId)) return notFound();
  const { deskId, memberId } = actor;
  await markSeen(db, { deskId, memberId, claimId }, upTo, now);
  return ok({ id: claimId });
}
