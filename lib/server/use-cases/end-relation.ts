import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { EndRelation } from "#lib/schemas/relation.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { articleById } from "#lib/server/repositories/articles.ts";
import { appendAudits } from "#lib/server/repositories/audit.ts";
import { endRelationAt, relationById } from "#lib/server/repositories/claim-relations.ts";
import { claimById, lockClaims } from "#lib/server/repositories/claims.ts";
import { isBlindOn } from "#lib/server/repositories/second-verdicts.ts";

/**
 * Says that two claims are no longer the same; verdicts that were taken over stay as they are. `claimId` is either of
 * them. That claims were split or merged stays said. The same request sent twice ends it once.
 */
export function endRelation({ actor, db, now }: Context, input: EndRelation): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const named = permit(actor, "claim.relate", await claimById(tx, deskId, input.claimId));
    if (!named.ok) return named;
    const known = await relationById(tx, deskId, input.id);
    if (known === null || (known.claimId !== input.claimId && known.otherId !== input.claimId)) return notFound();
    if (known.kind !== "same") return refused("never-changed");
    const locked = await lockClaims(tx, deskId, { ids: [known.claimId, known.otherId] });
    if (await isBlindOn(tx, actor, known.claimId)) return refused("blind-second");
    const present = await relationById(tx, deskId, input.id);
    if (present === null || present.endedAt !== null) return ok({ id: input.id });

    await endRelationAt(tx, deskId, input.id, now);
    const events = [];
    for (const row of locked) {
      const other = locked.find((one) => one.id !== row.id);
      const title = other === undefined ? "" : (await articleById(tx, deskId, other.articleId))?.title;
      const details = { number: other?.number ?? "", article: title ?? "" };
      const subject = { subjectId: input.id, articleId: row.articleId, claimId: row.id };
      events.push({ action: "claim.apart" as const, ...subject, details });
    }
    await appendAudits(tx, { deskId, actorId: memberId, now }, events);
    return ok({ id: input.id });
  });
}
