import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { LinkEvidence } from "#lib/schemas/evidence.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { noteBasisChange } from "#lib/server/repositories/claims.ts";
import { evidenceById, insertEvidence } from "#lib/server/repositories/evidence.ts";
import { askForCopy, checkBinding, findBinding, withSourceOfCopy } from "#lib/server/use-cases/bind-passage.ts";
import { checkCitation, citeSource } from "#lib/server/use-cases/cite-source.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";
import { editEvidence } from "#lib/server/use-cases/edit-evidence.ts";
import { evidenceWords, saysTheSame } from "#lib/server/use-cases/evidence-words.ts";
import { keepConfidential } from "#lib/server/use-cases/keep-confidential.ts";
import { noteStaleness } from "#lib/server/use-cases/note-staleness.ts";

/**
 * Links a passage of a source, known or new, to a claim, and binds it to a kept copy of the source in which it stands; a
 * source that has none yet is captured soon. The same request sent twice links it once; sent again with
 * other words, because the answer to the first did not arrive, it is an edit.
 */
export async function linkEvidence(context: Context, input: LinkEvidence): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = context.actor;
  const sent = await evidenceById(context.db, deskId, input.id);
  if (sent === null || saysTheSame(sent, input)) return await insertLinked(context, input);
  const untouched = sent.linkedById === memberId && sent.editedById === memberId && sent.removedAt === null;
  return await editEvidence(context, { ...input, rowVersion: untouched ? sent.rowVersion : 0 });
}

function insertLinked(context: Context, asked: LinkEvidence): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const loaded = await claimToChange(tx, actor, { action: "evidence.link", claimId: asked.claimId });
    if (!loaded.ok) return loaded;
    const claim = loaded.value;
    if (claim.state === "withdrawn") return refused("claim-withdrawn");
    const sent = await evidenceById(tx, deskId, asked.id);
    if (sent !== null) return sent.claimId === claim.id && saysTheSame(sent, asked) ? ok({ id: sent.id }) : notFound();
    const input = await withSourceOfCopy(tx, context, asked);
    const citable = await checkCitation(tx, context, input);
    if (!citable.ok) return citable;
    const named = await checkBinding(tx, context, input);
    if (!named.ok) return named;

    const { sourceId, title, originId } = await citeSource(tx, context, input);
    const fields = evidenceWords(input);
    const wanted = { sourceId, passage: fields.passage, preferred: null };
    const bound = named.value ?? (await findBinding(tx, context, wanted));
    const row = { ...fields, ...bound, sourceId, originId, deskId, id: input.id, claimId: claim.id };
    await insertEvidence(tx, { ...row, memberId, now });
    // Fetching a page leaves a trace at its owner's: for a confidential source a person decides that.
    if (fields.confidential) await keepConfidential(tx, context, sourceId);
    else await askForCopy(tx, context, row);
    await noteBasisChange(tx, deskId, claim.id, now);
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      {
        action: "evidence.link",
        subjectId: input.id,
        articleId: claim.articleId,
        claimId: claim.id,
        details: { source: title, stance: row.stance, kind: row.kind, passage: row.passage },
      },
    );
    await noteStaleness(tx, context, claim);
    return ok({ id: input.id });
  });
}
