import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { SettleOrigin } from "#lib/schemas/evidence.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { noteBasisChange } from "#lib/server/repositories/claims.ts";
import { evidenceById } from "#lib/server/repositories/evidence.ts";
import { giveOrigin, joinOrigins, ownOrigin, sharedOrigin } from "#lib/server/repositories/origins.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";
import { noteStaleness } from "#lib/server/use-cases/note-staleness.ts";

/**
 * Says whether two pieces of a claim's evidence go back to one origin. Those that differ get an origin each, so that the
 * question is not asked again. What is so already is answered as done; a standing verdict becomes stale otherwise.
 */
export function settleOrigin(context: Context, input: SettleOrigin): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const loaded = await claimToChange(tx, actor, { action: "evidence.link", claimId: input.claimId });
    if (!loaded.ok) return loaded;
    const claim = loaded.value;
    if (claim.state === "withdrawn") return refused("claim-withdrawn");
    const one = await evidenceById(tx, deskId, input.id);
    const other = await evidenceById(tx, deskId, input.otherId);
    if (one === null || other === null || one.id === other.id) return notFound();
    if (one.claimId !== claim.id || other.claimId !== claim.id) return notFound();
    if (one.removedAt !== null || other.removedAt !== null) return refused("evidence-removed");
    const areSettled = one.originId !== null && other.originId !== null;
    const areOne = areSettled && one.originId === other.originId;
    if (input.answer === "same" ? areOne : areSettled && !areOne) return ok({ id: one.id });

    const by = { memberId, now };
    if (input.answer === "same") await join(tx, [one, other], by);
    else await part(tx, [one, other], by);
    await noteBasisChange(tx, deskId, claim.id, now);
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      {
        action: "evidence.edit",
        subjectId: one.id,
        articleId: claim.articleId,
        claimId: claim.id,
        details: { source: one.source.title, other: other.id, origin: input.answer },
      },
    );
    await noteStaleness(tx, context, claim);
    return ok({ id: one.id });
  });
}

type Piece = { deskId: string; id: string; claimId: string; originId: string | null };
type Author = { memberId: string; now: Date };

async function join(tx: Tx, [one, other]: readonly [Piece, Piece], by: Author): Promise<void> {
  const [kept, joined] = one.originId === null ? [other, one] : [one, other];
  const originId = await sharedOrigin(tx, kept, by);
  const { deskId, claimId, id } = joined;
  if (joined.originId === null) await giveOrigin(tx, { deskId, id, originId }, by);
  else await joinOrigins(tx, { deskId, claimId, from: joined.originId, to: originId }, by);
}

async function part(tx: Tx, [one, other]: readonly [Piece, Piece], by: Author): Promise<void> {
  if (one.originId === null) await ownOrigin(tx, one, by);
  if (other.originId === null || other.originId === one.originId) await ownOrigin(tx, other, by);
}
