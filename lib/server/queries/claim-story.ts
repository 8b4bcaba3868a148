import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { ClaimStory } from "#lib/domain/views.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import { claimHistory } from "#lib/server/queries/claim-history.ts";
import { hasEntryBefore } from "#lib/server/repositories/audit.ts";
import { claimById } from "#lib/server/repositories/claims.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";

/**
 * A claim's whole story, 200 entries a page, its newest first; `before` is the `earlier` of the page after. Not there
 * for somebody who judges the claim blind, who reads what they may beside the claim.
 */
export async function claimStory(
  { actor, db }: Context,
  asked: { readonly claimId: string; readonly before: bigint | null },
): Promise<Outcome<ClaimStory>> {
  const { deskId } = actor;
  const loaded = permit(actor, "claim.read", await claimById(db, deskId, asked.claimId));
  if (!loaded.ok) return loaded;
  const { id: claimId, articleId, number, statement } = loaded.value;
  if (actor.outside !== undefined || (await blindClaims(db, actor)).has(claimId)) return notFound();
  const lines = await claimHistory(db, deskId, { claimId, isBlind: false, before: asked.before });
  const first = lines[0]?.seq;
  const hasMore = first !== undefined && (await hasEntryBefore(db, deskId, { claimId, seq: BigInt(first) }));
  return ok({ claimId, articleId, number, statement, lines, earlier: hasMore ? first : null });
}
