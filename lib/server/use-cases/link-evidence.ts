import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { hasSameFields } from "#lib/domain/same-fields.ts";
import { permit } from "#lib/policy/permit.ts";
import type { LinkEvidence } from "#lib/schemas/evidence.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { lockClaim, noteBasisChange } from "#lib/server/repositories/claims.ts";
import { evidenceById, insertEvidence } from "#lib/server/repositories/evidence.ts";
import { checkCitation, citeSource } from "#lib/server/use-cases/cite-source.ts";
import { editEvidence } from "#lib/server/use-cases/edit-evidence.ts";
import { noteStaleness } from "#lib/server/use-cases/note-staleness.ts";

/**
 * Links a passage of a source, known or new, to a claim. The same request sent twice links it once; sent again with
 * other words, because the answer to the first did not arrive, it is an edit.
 */
export async function linkEvidence(context: Context, input: LinkEvidence): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = context.actor;
  const sent = await evidenceById(context.db, deskId, input.id);
  if (sent === null || hasSameFields(words, sent, input)) return await insertLinked(context, input);
  const untouched = sent.linkedById === memberId && sent.editedById === memberId && sent.removedAt === null;
  return await editEvidence(context, { ...input, rowVersion: untouched ? sent.rowVersion : 0 });
}

const words = ["stance", "kind", "passage", "locator", "note", "accessedOn"] as const;

function insertLinked(context: Context, input: LinkEvidence): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const loaded = permit(actor, "evidence.link", await lockClaim(tx, deskId, input.claimId));
    if (!loaded.ok) return loaded;
    const claim = loaded.value;
    if (claim.state === "withdrawn") return refused("claim-withdrawn");
    const sent = await evidenceById(tx, deskId, input.id);
    if (sent !== null)
      return sent.claimId === claim.id && hasSameFields(words, sent, input) ? ok({ id: sent.id }) : notFound();
    const citable = await checkCitation(tx, context, input);
    if (!citable.ok) return citable;

    const { sourceId, title, originId } = await citeSource(tx, context, input);
    const { stance, kind, passage, locator, note, accessedOn } = input;
    const fields = { sourceId, originId, stance, kind, passage, locator, note, accessedOn };
    await insertEvidence(tx, { ...fields, deskId, id: input.id, claimId: claim.id, memberId, now });
    await noteBasisChange(tx, deskId, claim.id, now);
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      {
        action: "evidence.link",
        subjectId: input.id,
        articleId: claim.articleId,
        claimId: claim.id,
        details: { source: title, stance, kind, passage },
      },
    );
    await noteStaleness(tx, context, claim);
    return ok({ id: input.id });
  });
}
