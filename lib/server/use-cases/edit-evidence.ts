import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { EditEvidence } from "#lib/schemas/evidence.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { noteBasisChange } from "#lib/server/repositories/claims.ts";
import { evidenceById, saveEvidence } from "#lib/server/repositories/evidence.ts";
import { askForCopy, checkBinding, findBinding, withSourceOfCopy } from "#lib/server/use-cases/bind-passage.ts";
import { checkCitation, citeSource } from "#lib/server/use-cases/cite-source.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";
import { evidenceWords, standingWords } from "#lib/server/use-cases/evidence-words.ts";
import { keepConfidential } from "#lib/server/use-cases/keep-confidential.ts";
import { noteStaleness } from "#lib/server/use-cases/note-staleness.ts";

/**
 * Changes a piece of evidence; its passage stays bound to the kept copy where it stands. Conflicts when somebody saved it since it was read; a standing
 * verdict becomes stale.
 */
export function editEvidence(context: Context, asked: EditEvidence): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const loaded = await claimToChange(tx, actor, { action: "evidence.link", claimId: asked.claimId });
    if (!loaded.ok) return loaded;
    const claim = loaded.value;
    const before = await evidenceById(tx, deskId, asked.id);
    if (before === null || before.claimId !== claim.id) return notFound();
    if (claim.state === "withdrawn") return refused("claim-withdrawn");
    if (before.removedAt !== null) return refused("evidence-removed");
    const input = await withSourceOfCopy(tx, context, asked);
    const citable = await checkCitation(tx, context, input);
    if (!citable.ok) return citable;
    const named = await checkBinding(tx, context, input);
    if (!named.ok) return named;
    if (input.rowVersion !== before.rowVersion) return conflict(standingWords(before));

    const { sourceId, title, originId } = await citeSource(tx, context, input);
    const fields = evidenceWords(input);
    const wanted = { sourceId, passage: fields.passage, preferred: before.captureId };
    const bound = named.value ?? (await findBinding(tx, context, wanted));
    const { stance, kind, passage } = { ...fields, ...bound };
    const key = { deskId, id: before.id, rowVersion: before.rowVersion };
    const row = { ...fields, ...bound, sourceId, originId, editedById: memberId, updatedAt: now };
    if (!(await saveEvidence(tx, key, row))) throw new Error("Evidence changed although its claim was held.");
    const isNewlySo = fields.confidential && !(before.confidential && before.sourceId === sourceId);
    if (isNewlySo) await keepConfidential(tx, context, sourceId);
    if (!fields.confidential) await askForCopy(tx, context, { id: before.id, sourceId });
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
