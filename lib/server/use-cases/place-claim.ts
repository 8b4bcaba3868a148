import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, notFound, refused } from "#lib/domain/failure.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import { needsPlacing } from "#lib/domain/placement.ts";
import { ok } from "#lib/domain/result.ts";
import { checkSpan } from "#lib/domain/span.ts";
import { permit } from "#lib/policy/permit.ts";
import type { PlaceClaim } from "#lib/schemas/version.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { lockArticle } from "#lib/server/repositories/articles.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { claimById, lockClaim, saveClaim } from "#lib/server/repositories/claims.ts";
import { placedBefore } from "#lib/server/repositories/placed-before.ts";
import { choosePlacement, claimOnSpan, placementOf } from "#lib/server/repositories/placements.ts";
import { isBlindOn } from "#lib/server/repositories/second-verdicts.ts";
import { noteStaleness } from "#lib/server/use-cases/note-staleness.ts";
import { presentVersion } from "#lib/server/use-cases/present-version.ts";

/**
 * Puts a claim on words of the newest version that somebody chose, wherever it stood before; they are a contributor from
 * then on, and a standing verdict becomes stale. Refuses a claim that was placed, or whose basis changed, since it was
 * read; not while it waits to be placed. The same request sent twice places it once.
 */
export function placeClaim(context: Context, input: PlaceClaim): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  const { claimId, versionId, rowVersion } = input;
  return inTransaction(db, async (tx) => {
    const named = permit(actor, "claim.place", await claimById(tx, deskId, claimId));
    if (!named.ok) return named;
    const { articleId } = named.value;
    await lockArticle(tx, deskId, articleId);
    const claim = await lockClaim(tx, deskId, claimId);
    const present = await presentVersion(tx, deskId, { articleId, versionId });
    if (!present.ok) return present;
    const placement = await placementOf(tx, deskId, claimId, versionId);
    if (claim === null || placement === null) return notFound();
    if (await isBlindOn(tx, actor, claimId)) return refused("blind-second");
    if (claim.state === "withdrawn") return refused("claim-withdrawn");
    const { text, blocks, number } = present.value;
    const checked = checkSpan(text, blocks, input);
    if (!checked.ok) return refused(checked.error);
    const span = checked.value;
    const waits = needsPlacing(placement);
    if (!waits && placement.start === span.start && placement.end === span.end) return ok({ id: claimId });
    if (rowVersion > claim.rowVersion || (!waits && rowVersion < claim.basisVersion)) {
      const wasOffered = placement.fromVersionId !== null || claim.annotation !== null;
      const wasAnswered = placement.placedById !== null && wasOffered;
      if (wasAnswered) return refused("placement-settled");
      return conflict({ quote: placement.quote, rowVersion: String(claim.rowVersion) });
    }
    const there = await claimOnSpan(tx, deskId, { versionId, ...span });
    if (there !== null && there.claimId !== claimId) return refused("span-taken");

    const before = (await placedBefore(tx, { deskId, versionId }, [claimId])).get(claimId) ?? placement;
    const quote = text.slice(span.start, span.end);
    const kind = typographicFold(quote) === typographicFold(before.quote) ? "exact" : "changed";
    await choosePlacement(tx, { deskId, claimId, versionId }, { ...span, kind, quote }, { memberId, now });
    // A verdict that stood is stale by that, and the row's version as it was.
    await saveClaim(tx, claim, "place", { updatedAt: now });
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      {
        action: "claim.place",
        subjectId: claimId,
        articleId,
        claimId,
        details: { version: number, kind, quote },
      },
    );
    await noteStaleness(tx, context, claim);
    return ok({ id: claimId });
  });
}
