import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { OrderEvidence } from "#lib/schemas/evidence.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { numberPlaces, placesOf, setPlaces } from "#lib/server/repositories/evidence-order.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";

/**
 * Puts pieces of a claim's evidence in another order; they share out the places that they hold, and the others stay
 * where they are. Order is not in the basis, so no verdict goes stale. Conflicts when one of them was removed or moved
 * since they were read; what already stands so is answered as done.
 */
export function orderEvidence(context: Context, input: OrderEvidence): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  const { claimId, ids, was } = input;
  return inTransaction(db, async (tx) => {
    const loaded = await claimToChange(tx, actor, { action: "evidence.link", claimId });
    if (!loaded.ok) return loaded;
    const claim = loaded.value;
    if (claim.state === "withdrawn") return refused("claim-withdrawn");
    if (!areSame(ids.toSorted(), was.toSorted()) || new Set(ids).size < ids.length) return notFound();
    const before = await placesOf(tx, deskId, { claimId, ids });
    const present = before.map((place) => place.id);
    if (areSame(present, ids)) return ok({ id: claim.id });
    if (!areSame(present, was)) return conflict({ ids: present.join(" ") });

    const isShared = new Set(before.map((place) => place.position)).size < before.length;
    if (isShared) await numberPlaces(tx, deskId, claimId);
    const places = isShared ? await placesOf(tx, deskId, { claimId, ids }) : before;
    await setPlaces(
      tx,
      deskId,
      places.flatMap(({ position }, index) => {
        const id = ids[index];
        return id === undefined ? [] : [{ id, position }];
      }),
    );
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      {
        action: "evidence.order",
        subjectId: claim.id,
        articleId: claim.articleId,
        claimId: claim.id,
        details: { pieces: ids.length },
      },
    );
    return ok({ id: claim.id });
  });
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}
