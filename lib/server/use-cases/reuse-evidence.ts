import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { ReuseEvidence } from "#lib/schemas/evidence.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { noteBasisChange } from "#lib/server/repositories/claims.ts";
import { evidenceById, insertEvidence } from "#lib/server/repositories/evidence.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";
import { noteStaleness } from "#lib/server/use-cases/note-staleness.ts";

/**
 * Takes evidence of an earlier check over to a claim: its source, kind, passage, place, kept copy, day and secrecy. What
 * it does to this claim is chosen anew; its note, calculation and origin belong to the other claim. The same request
 * sent twice takes it over once.
 */
export function reuseEvidence(context: Context, input: ReuseEvidence): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const loaded = await claimToChange(tx, actor, { action: "evidence.link", claimId: input.claimId });
    if (!loaded.ok) return loaded;
    const claim = loaded.value;
    if (claim.state === "withdrawn") return refused("claim-withdrawn");
    const sent = await evidenceById(tx, deskId, input.id);
    if (sent !== null) return sent.claimId === claim.id ? ok({ id: sent.id }) : notFound();
    const earlier = await evidenceById(tx, deskId, input.from);
    if (earlier === null || earlier.claimId === claim.id) return notFound();
    if (earlier.removedAt !== null) return refused("evidence-removed");

    const { sourceId, kind, passage, locator, accessedOn, confidential, publicAs } = earlier;
    const { captureId, passageStart, passageEnd } = earlier;
    const own = { stance: input.stance, note: "", calculation: "", originId: null };
    const taken = { sourceId, kind, passage, locator, accessedOn, confidential, publicAs };
    const row = { ...own, ...taken, captureId, passageStart, passageEnd };
    await insertEvidence(tx, { ...row, deskId, id: input.id, claimId: claim.id, memberId, now });
    await noteBasisChange(tx, deskId, claim.id, now);
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      {
        action: "evidence.link",
        subjectId: input.id,
        articleId: claim.articleId,
        claimId: claim.id,
        details: { source: earlier.source.title, stance: input.stance, kind, passage, from: earlier.id },
      },
    );
    await noteStaleness(tx, context, claim);
    return ok({ id: input.id });
  });
}
