import "server-only";
import { isYetToCome, yetToCome } from "#lib/domain/as-of.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, invalid, notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { hasSameFields } from "#lib/domain/same-fields.ts";
import { isSameVerdict } from "#lib/domain/second.ts";
import { permit } from "#lib/policy/permit.ts";
import type { GiveSecond } from "#lib/schemas/second.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { presentBasis, sealedBasis } from "#lib/server/repositories/basis.ts";
import { contributorsOf, lockClaim } from "#lib/server/repositories/claims.ts";
import { presentRatings, ratingById } from "#lib/server/repositories/desks.ts";
import { basisEvidenceOf } from "#lib/server/repositories/evidence.ts";
import { saveGiven, secondById } from "#lib/server/repositories/second-verdicts.ts";
import { settledPlace } from "#lib/server/use-cases/new-revision.ts";
import { tellOfClaim } from "#lib/server/use-cases/tell-claim.ts";

const given = ["ratingId", "sentence", "rationale", "asOf"] as const;

/**
 * The second verdict of the one person who was asked for it; both are seen by everybody from here. Bound to the digest of
 * what the claim rests on now; conflicts when its author says that they read something else. Given once: the same words
 * sent twice are one, other words are refused.
 */
export function giveSecond(context: Context, input: GiveSecond): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const asked = await secondById(tx, deskId, input.id);
    if (asked === null || asked.memberId !== memberId) return notFound();
    const loaded = permit(actor, "second.give", await lockClaim(tx, deskId, asked.claimId));
    if (!loaded.ok) return loaded;
    const claim = loaded.value;
    const second = await secondById(tx, deskId, input.id);
    if (second === null || second.cancelledAt !== null) return refused("second-closed");
    const [only, another] = await presentRatings(tx, deskId);
    const ratingId = input.ratingId === "" && another === undefined ? (only?.id ?? "") : input.ratingId;
    const words = { ...input, ratingId };
    if (second.givenAt !== null) {
      return second.ratingId !== null && hasSameFields(given, { ...second, ratingId: second.ratingId }, words)
        ? ok({ id: second.id })
        : refused("second-closed");
    }
    if (claim.state === "withdrawn") return refused("claim-withdrawn");
    const contributors = await contributorsOf(tx, deskId, claim.id);
    if (contributors.some((person) => person.memberId === memberId)) return refused("second-worked-on-it");
    if (isYetToCome(words.asOf, now)) return invalid({ asOf: yetToCome });
    if (ratingId === "") return invalid({ ratingId: "Choose a rating." });
    const rating = await ratingById(tx, deskId, ratingId);
    if (rating === null) return refused("rating-unknown");
    if (rating.scale.retiredAt !== null) return refused("rating-retired");
    if (rating.scale.kind === "sentence" && words.sentence === "") {
      return invalid({ sentence: "Write your verdict in a sentence." });
    }
    const place = await settledPlace(tx, claim);
    if (!place.ok) return place;
    const evidence = await basisEvidenceOf(tx, deskId, claim.id);
    const { basisDigest } = sealedBasis(presentBasis({ claim, ...place.value, evidence }));
    if (input.basisDigest !== "" && input.basisDigest !== basisDigest) return conflict({ basisDigest });

    const { sentence, rationale, asOf } = words;
    const agrees = isSameVerdict(
      { rating: second.revision.rating, sentence: second.revision.sentence },
      { rating, sentence: rating.scale.kind === "sentence" ? sentence : "" },
    );
    await saveGiven(tx, { deskId, id: second.id }, { ratingId, sentence, rationale, asOf, basisDigest, agrees }, now);
    const members = [second.askedById, second.revision.authorId];
    await tellOfClaim(tx, context, { kind: "second-given", claimId: claim.id, subjectId: second.id, members });
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      { action: "second.give", subjectId: second.id, articleId: claim.articleId, claimId: claim.id, details: {} },
    );
    return ok({ id: second.id });
  });
}
