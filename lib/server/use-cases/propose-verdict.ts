import "server-only";
import { uuidv7 } from "uuidv7";
import { isYetToCome, yetToCome } from "#lib/domain/as-of.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, invalid, notFound, refused } from "#lib/domain/failure.ts";
import { firstInTheWay } from "#lib/domain/gate.ts";
import { ok } from "#lib/domain/result.ts";
import { hasSameFields } from "#lib/domain/same-fields.ts";
import { isTakenOver } from "#lib/domain/suggestion.ts";
import { type ProposeVerdict, suggestionOf } from "#lib/schemas/verdict.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { gatesOf } from "#lib/server/queries/claim-gates.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import type { StoredClaim } from "#lib/server/repositories/claims.ts";
import { basisEvidenceOf } from "#lib/server/repositories/evidence.ts";
import { reviewById, revisionById } from "#lib/server/repositories/verdicts.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";
import { addRevision, readyForRevision, returnersOf } from "#lib/server/use-cases/new-revision.ts";
import { tellOfClaim } from "#lib/server/use-cases/tell-claim.ts";

const wordFields = ["ratingId", "rationale", "asOf", "suggestedWording"] as const;

/**
 * Adds a revision of the claim's verdict, bound to the digest of what it rests on, and puts it up for review. Conflicts
 * when statement or evidence changed since the author read them. Refuses a claim that nobody has placed in the newest
 * version, and one that a gate of the desk is in the way of. The same request sent twice adds one revision.
 */
export function proposeVerdict(context: Context, input: ProposeVerdict): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const loaded = await claimToChange(tx, actor, { action: "verdict.propose", claimId: input.claimId });
    if (!loaded.ok) return loaded;
    const claim = loaded.value;
    const sent = await revisionById(tx, deskId, input.id);
    if (sent !== null && (sent.claimId !== claim.id || sent.authorId !== memberId)) return notFound();
    if (sent !== null && hasSameFields(wordFields, sent, input) && saysSame(sent, input)) return ok({ id: sent.id });
    if (isYetToCome(input.asOf, now)) return invalid({ asOf: yetToCome });
    const ready = await readyForRevision(tx, claim, input.ratingId);
    if (!ready.ok) return ready;
    const { rating, version, placement } = ready.value;
    const sentence = rating.scale.kind === "sentence" ? (input.sentence ?? "") : "";
    if (rating.scale.kind === "sentence" && sentence === "") return invalid({ sentence: sentenceMissing });
    if (input.rowVersion < claim.basisVersion || input.rowVersion > claim.rowVersion) {
      return conflict({ statement: claim.statement, rowVersion: String(claim.rowVersion) });
    }
    const evidence = await basisEvidenceOf(tx, deskId, claim.id);
    const { checksAt, latest } = await gatesOf(tx, { claim, quote: placement.quote, evidence });
    const inTheWay = firstInTheWay(checksAt("propose", input.rationale));
    if (inTheWay !== null) return refused("gate-in-the-way", inTheWay);

    const { ratingId, rationale, asOf, suggestedWording } = input;
    const takenFromId = await takenOver(tx, claim, input);
    // Sent again with other words, because the answer to the first did not arrive: that is one more revision.
    const id = sent === null ? input.id : uuidv7();
    const words = { id, ratingId, rationale, asOf, suggestedWording, sentence, takenFromId };
    const returnedBy = await returnersOf(tx, deskId, latest?.id);
    const added = { claim, version, placement, evidence, words, authorId: memberId };
    const { number, basisDigest } = await addRevision(tx, context, added);
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      {
        action: "verdict.propose",
        subjectId: id,
        articleId: claim.articleId,
        claimId: claim.id,
        details: { revision: number, rating: rating.label, rationale, asOf, basis: basisDigest },
      },
    );
    await tellOfClaim(tx, context, { kind: "improved", claimId: claim.id, subjectId: id, members: returnedBy });
    return ok({ id });
  });
}

const sentenceMissing = "Write the verdict as a sentence: what was found.";

/** A revision without a sentence was given on a scale with ratings, where what is sent as one is passed over. */
function saysSame(sent: { readonly sentence: string }, input: ProposeVerdict): boolean {
  return sent.sentence === "" || sent.sentence === input.sentence;
}

/** The review whose words stand in what is proposed; null when they do not, or it is another claim's. */
async function takenOver(tx: Tx, { deskId, id }: StoredClaim, input: ProposeVerdict): Promise<string | null> {
  const review = input.takenFromId ? await reviewById(tx, deskId, input.takenFromId) : null;
  if (review?.claimId !== id) return null;
  const suggestion = suggestionOf(review.suggestion);
  return suggestion !== null && isTakenOver(suggestion, input) ? review.id : null;
}
