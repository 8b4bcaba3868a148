import "server-only";
import { stateAfterWork } from "#lib/domain/claim.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { hasSameFields } from "#lib/domain/same-fields.ts";
import type { EditClaim } from "#lib/schemas/claim.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { saveClaim } from "#lib/server/repositories/claims.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";
import { noteStaleness } from "#lib/server/use-cases/note-staleness.ts";

const words = ["statement", "claimant", "saidOn", "saidIn"] as const;

/**
 * Writes the statement, claimant, date and place of a claim. Conflicts when somebody changed these since they were
 * read; linking evidence meanwhile is no conflict. A standing verdict becomes stale.
 */
export function editClaim(context: Context, input: EditClaim): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { id, rowVersion, ...fields } = input;
  return inTransaction(db, async (tx) => {
    const loaded = await claimToChange(tx, actor, { action: "claim.edit", claimId: id });
    if (!loaded.ok) return loaded;
    const claim = loaded.value;
    if (claim.state === "withdrawn") return refused("claim-withdrawn");
    const { statement, claimant, saidOn, saidIn } = claim;
    const current = { statement, claimant, saidOn, saidIn };
    if (hasSameFields(words, claim, fields)) return ok({ id });
    if (rowVersion < claim.wordsVersion || rowVersion > claim.rowVersion) {
      return conflict({ ...current, rowVersion: String(claim.rowVersion) });
    }

    await saveClaim(tx, claim, "words", {
      ...fields,
      state: stateAfterWork(claim.state),
      editedById: actor.memberId,
      updatedAt: now,
    });
    await appendAudit(
      tx,
      { deskId: actor.deskId, actorId: actor.memberId, now },
      { action: "claim.edit", subjectId: id, articleId: claim.articleId, claimId: id, details: { ...fields } },
    );
    await noteStaleness(tx, context, claim);
    return ok({ id });
  });
}
