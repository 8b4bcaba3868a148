import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { EditEvidence } from "#lib/schemas/evidence.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { lockClaim, noteBasisChange } from "#lib/server/repositories/claims.ts";
import { evidenceById, saveEvidence } from "#lib/server/repositories/evidence.ts";
import { checkCitation, citeSource } from "#lib/server/use-cases/cite-source.ts";
import { noteStaleness } from "#lib/server/use-cases/note-staleness.ts";

/** Changes a piece of evidence. Conflicts when somebody saved it since it was read; a standing verdict becomes stale. */
export function editEvidence(context: Context, input: EditEvidence): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const loaded = permit(actor, "evidence.link", await lockClaim(tx, deskId, input.claimId));
    if (!loaded.ok) return loaded;
    const claim = loaded.value;
    const before = await evidenceById(tx, deskId, input.id);
    if (before === null || before.claimId !== claim.id) return notFound();
    if (claim.state === "withdrawn") return refused("claim-withdrawn");
    if (before.removedAt !== null) return refused("evidence-removed");
    const citable = await checkCitation(tx, context, input);
    if (!citable.ok) return citable;
    if (input.rowVersion !== before.rowVersion) {
      const { stance, kind, passage, locator, note, accessedOn } = before;
      return conflict({ stance, kind, passage, locator, note, accessedOn, rowVersion: String(before.rowVersion) });
    }

    const { sourceId, title, originId } = await citeSource(tx, context, input);
    const { stance, kind, passage, locator, note, accessedOn } = input;
    const fields = { sourceId, originId, stance, kind, passage, locator, note, accessedOn };
    const key = { deskId, id: before.id, rowVersion: before.rowVersion };
    await saveEvidence(tx, key, { ...fields, editedById: memberId, updatedAt: now });
    await noteBasisChange(tx, deskId, claim.id, now);
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      {
        action: "evidence.edit",
        subjectId: before.id,
        articleId: claim.articleId,
        claimId: claim.id,
        details: { source: title, stance, kind, passage },
      },
    );
    await noteStaleness(tx, context, claim);
    return ok({ id: before.id });
  });
}
