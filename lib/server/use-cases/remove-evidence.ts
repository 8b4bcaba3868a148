import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { EvidenceAt } from "#lib/schemas/evidence.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { noteBasisChange } from "#lib/server/repositories/claims.ts";
import { evidenceById, saveEvidence } from "#lib/server/repositories/evidence.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";
import { noteStaleness } from "#lib/server/use-cases/note-staleness.ts";

/** Takes a piece of evidence off its claim. Nothing is deleted: `restoreEvidence` brings it back. */
export function removeEvidence(context: Context, input: EvidenceAt): Promise<Outcome<{ id: string }>> {
  return setRemoved(context, input, "evidence.remove");
}

export function restoreEvidence(context: Context, input: EvidenceAt): Promise<Outcome<{ id: string }>> {
  return setRemoved(context, input, "evidence.restore");
}

/** Whoever asks for what is so already is answered as if they had done it: an undo pressed twice is one undo. */
function setRemoved(
  context: Context,
  input: EvidenceAt,
  action: "evidence.remove" | "evidence.restore",
): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const named = await evidenceById(tx, deskId, input.id);
    if (named === null) return notFound();
    const loaded = await claimToChange(tx, actor, { action: "evidence.link", claimId: named.claimId });
    if (!loaded.ok) return loaded;
    const claim = loaded.value;
    if (claim.state === "withdrawn") return refused("claim-withdrawn");
    const before = (await evidenceById(tx, deskId, input.id)) ?? named;
    const removes = action === "evidence.remove";
    if (removes === (before.removedAt !== null)) return ok({ id: before.id });
    if (removes && input.rowVersion !== before.rowVersion) {
      return conflict({ passage: before.passage, note: before.note, rowVersion: String(before.rowVersion) });
    }

    const key = { deskId, id: before.id, rowVersion: before.rowVersion };
    await saveEvidence(tx, key, { removedAt: removes ? now : null, editedById: memberId, updatedAt: now });
    await noteBasisChange(tx, deskId, claim.id, now);
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      {
        action,
        subjectId: before.id,
        articleId: claim.articleId,
        claimId: claim.id,
        details: { source: before.source.title },
      },
    );
    await noteStaleness(tx, context, claim);
    return ok({ id: before.id });
  });
}
