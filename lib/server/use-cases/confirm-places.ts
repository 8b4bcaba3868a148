import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { ConfirmPlaces } from "#lib/schemas/version.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudits } from "#lib/server/repositories/audit.ts";
import { noteBasisChanges } from "#lib/server/repositories/claims.ts";
import { confirmPlacements, spanKey, takenSpans } from "#lib/server/repositories/placements.ts";
import type { ClaimToPlace } from "#lib/server/use-cases/claims-to-place.ts";
import { claimsToPlace } from "#lib/server/use-cases/claims-to-place.ts";

/** `id` is the article's. `skipped` were placed or withdrawn meanwhile, or another claim stands on their words. */
type Confirmed = { readonly id: string; readonly confirmed: number; readonly skipped: number };

/**
 * Makes the words that the alignment offers the claims' own; whoever confirms is a contributor from then on. Refuses
 * claims that are offered no words. Claims that cannot be confirmed any more are passed over, unless that is all of
 * them. The same request sent twice confirms once.
 */
export function confirmPlaces(context: Context, input: ConfirmPlaces): Promise<Outcome<Confirmed>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  const { articleId, versionId } = input;
  return inTransaction<Confirmed>(db, async (tx) => {
    const named = await claimsToPlace(tx, context, { ...input, action: "claim.place" });
    if (!named.ok) return named;
    const { version, waiting, answered } = named.value;
    if (waiting.some(({ placement }) => placement.kind !== "changed")) return refused("nothing-to-confirm");
    const mine = answered.filter(isConfirmedBy(memberId)).length;
    const free = withFreeSpans(waiting, await takenSpans(tx, { deskId, versionId }));
    if (free.length + mine === 0) return refused(waiting.length > 0 ? "span-taken" : ruleOf(answered));

    const ids = free.map(({ claim }) => claim.id);
    await confirmPlacements(tx, { deskId, versionId }, ids, { memberId, now });
    await noteBasisChanges(tx, deskId, ids, now);
    await appendAudits(
      tx,
      { deskId, actorId: memberId, now },
      free.map(({ claim, placement }) => ({
        action: "claim.place",
        subjectId: claim.id,
        articleId,
        claimId: claim.id,
        details: { version: version.number, kind: placement.kind, quote: placement.quote },
      })),
    );
    const confirmed = free.length + mine;
    return ok({ id: articleId, confirmed, skipped: input.claimIds.length - confirmed });
  });
}

function isConfirmedBy(memberId: string): (one: ClaimToPlace) => boolean {
  return ({ claim, placement }) => claim.state !== "withdrawn" && placement.placedById === memberId;
}

/** Where two claims are offered the same words, the one that was marked first has them. */
function withFreeSpans(waiting: readonly ClaimToPlace[], taken: Set<string>): ClaimToPlace[] {
  return waiting.filter(({ placement }) => {
    const isFree = !taken.has(spanKey(placement));
    taken.add(spanKey(placement));
    return isFree;
  });
}

function ruleOf(answered: readonly ClaimToPlace[]) {
  return answered.every(({ claim }) => claim.state === "withdrawn") ? "claim-withdrawn" : "placement-settled";
}
