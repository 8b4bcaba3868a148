import "server-only";
import { uuidv7 } from "uuidv7";
import type { Outcome } from "#lib/domain/failure.ts";
import { failureSentence, forbidden, notFound, refused } from "#lib/domain/failure.ts";
import { firstInTheWay } from "#lib/domain/gate.ts";
import { type LetStandResult, onlySurroundingsChanged } from "#lib/domain/let-stand.ts";
import { ok } from "#lib/domain/result.ts";
import { outcomeOf } from "#lib/domain/review.ts";
import { can } from "#lib/policy/can.ts";
import type { LetOneStand, LetStand } from "#lib/schemas/let-stand.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { gatesOf } from "#lib/server/queries/claim-gates.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { basisThen, presentBasis, sealedBasis } from "#lib/server/repositories/basis.ts";
import { contributorsOf, type StoredClaim, saveClaim } from "#lib/server/repositories/claims.ts";
import { deskById, quorumOf } from "#lib/server/repositories/desks.ts";
import { basisEvidenceOf } from "#lib/server/repositories/evidence.ts";
import { insertReview, newestRevision, type StoredRevision } from "#lib/server/repositories/verdicts.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";
import { addRevision, settledPlace } from "#lib/server/use-cases/new-revision.ts";
import { tellOfClaim } from "#lib/server/use-cases/tell-claim.ts";

/** What happened to each, in the order asked for; `id` is the desk's. */
type Stood = { readonly id: string; readonly results: readonly LetStandResult[] };

/**
 * Lets lapsed verdicts stand again where only the paragraph around the words changed: each gets a new revision of the
 * same words by the same author on what it rests on now, with the reader's approval. Every verdict is a change of its
 * own; one that cannot stand says why and leaves the others alone. Asked for again, one that stands says so.
 */
export async function letStand(context: Context, { verdicts }: LetStand): Promise<Outcome<Stood>> {
  const { deskId } = context.actor;
  if (!can(context.actor, "verdict.stand", { deskId })) return forbidden();
  const results: LetStandResult[] = [];
  for (const verdict of verdicts) {
    const done = await inTransaction(context.db, (tx) => letOneStand(tx, context, verdict));
    results.push(
      done.ok
        ? done.value
        : { claimId: verdict.claimId, number: null, state: "stale", sentence: failureSentence(done.error) },
    );
  }
  return ok({ id: deskId, results });
}

async function letOneStand(
  tx: Tx,
  context: Context,
  { claimId, revisionId, basisDigest }: LetOneStand,
): Promise<Outcome<LetStandResult>> {
  const { actor, now } = context;
  const { deskId, memberId } = actor;
  const desk = await deskById(tx, deskId);
  const loaded = await claimToChange(tx, actor, { action: "verdict.stand", claimId });
  if (!loaded.ok) return loaded;
  const claim = loaded.value;
  const revision = await newestRevision(tx, deskId, claimId);
  if (desk === null || revision === null) return notFound();
  if (revision.standsFromId === revisionId && revision.reviews.some((review) => review.reviewerId === memberId)) {
    return ok(resultOf(claim, claim.state === "approved" ? "approved" : "proposed"));
  }
  if (revision.id !== revisionId || claim.state !== "stale") return refused("not-lapsed");
  const contributors = await contributorsOf(tx, deskId, claimId);
  if (contributors.some((contributor) => contributor.memberId === memberId))
    return refused("contributor-cannot-review");
  const place = await settledPlace(tx, claim);
  if (!place.ok) return place;
  const { version, placement } = place.value;
  const evidence = await basisEvidenceOf(tx, deskId, claimId);
  const present = presentBasis({ claim, version, placement, evidence });
  if (claim.staleReason !== "surroundings" || !onlySurroundingsChanged(basisThen(revision), present)) {
    return refused("more-than-surroundings");
  }
  if (sealedBasis(present).basisDigest !== basisDigest) return refused("changed-since-seen");
  const { checksAt } = await gatesOf(tx, { claim, quote: placement.quote, evidence });
  const inTheWay = firstInTheWay(checksAt("approve", null));
  if (inTheWay !== null) return refused("gate-in-the-way", inTheWay);

  const id = uuidv7();
  const words = { ...wordsOf(revision), id, standsFromId: revision.id };
  const added = { claim, version, placement, evidence, words, authorId: revision.authorId };
  const { number } = await addRevision(tx, context, added);
  const comment = `Let stand again: only the paragraph around the words changed since revision ${revision.number}.`;
  const review = { id: uuidv7(), deskId, claimId, revisionId: id, reviewerId: memberId, now };
  await insertReview(tx, { ...review, decision: "approve", comment });
  const state = outcomeOf([{ decision: "approve" }], quorumOf(desk)) === "approved" ? "approved" : "proposed";
  if (state === "approved") {
    await saveClaim(tx, { ...claim, rowVersion: claim.rowVersion + 1 }, "state", { state, updatedAt: now });
  }
  await appendAudit(
    tx,
    { deskId, actorId: memberId, now },
    {
      action: "verdict.stand",
      subjectId: id,
      articleId: claim.articleId,
      claimId,
      details: { revision: number, earlier: revision.number, basis: basisDigest },
    },
  );
  if (state === "approved") {
    await tellOfClaim(tx, context, { kind: state, claimId, subjectId: review.id, members: [revision.author.id] });
  }
  return ok(resultOf(claim, state));
}

function wordsOf({ ratingId, rationale, asOf, suggestedWording, sentence }: StoredRevision) {
  return { ratingId, rationale, asOf, suggestedWording, sentence };
}

function resultOf({ id, number }: StoredClaim, state: "approved" | "proposed"): LetStandResult {
  const sentence = state === "approved" ? "It stands again." : "Your vote is in; it needs more before it stands.";
  return { claimId: id, number, state, sentence };
}
