import "server-only";
import { uuidv7 } from "uuidv7";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, notFound, refused } from "#lib/domain/failure.ts";
import { firstInTheWay } from "#lib/domain/gate.ts";
import { needsPlacing } from "#lib/domain/placement.ts";
import { ok } from "#lib/domain/result.ts";
import { hasSameFields } from "#lib/domain/same-fields.ts";
import { canonicalJson, sha256Hex } from "#lib/formats/canonical-json.ts";
import { permit } from "#lib/policy/permit.ts";
import type { ProposeVerdict } from "#lib/schemas/verdict.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { gatesOf } from "#lib/server/queries/claim-gates.ts";
import { latestVersion } from "#lib/server/repositories/articles.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { presentBasis } from "#lib/server/repositories/basis.ts";
import { lockClaim, saveClaim } from "#lib/server/repositories/claims.ts";
import { ratingById } from "#lib/server/repositories/desks.ts";
import { basisEvidenceOf } from "#lib/server/repositories/evidence.ts";
import { placementOf } from "#lib/server/repositories/placements.ts";
import { insertRevision, revisionById } from "#lib/server/repositories/verdicts.ts";

const words = ["ratingId", "rationale", "asOf", "suggestedWording"] as const;

/**
 * Adds a revision of the claim's verdict, bound to the digest of what it rests on, and puts it up for review. Conflicts
 * when statement or evidence changed since the author read them. Refuses a claim that nobody has placed in the newest
 * version, and one that a gate of the desk is in the way of. The same request sent twice adds one revision.
 */
export function proposeVerdict({ actor, db, now }: Context, input: ProposeVerdict): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const loaded = permit(actor, "verdict.propose", await lockClaim(tx, deskId, input.claimId));
    if (!loaded.ok) return loaded;
    const claim = loaded.value;
    const sent = await revisionById(tx, deskId, input.id);
    if (sent !== null && (sent.claimId !== claim.id || sent.authorId !== memberId)) return notFound();
    if (sent !== null && hasSameFields(words, sent, input)) return ok({ id: sent.id });
    if (claim.state === "withdrawn") return refused("claim-withdrawn");
    if (claim.statement === "") return refused("statement-missing");
    const rating = await ratingById(tx, deskId, input.ratingId);
    if (rating === null) return refused("rating-unknown");
    if (rating.scale.retiredAt !== null) return refused("rating-retired");
    const version = await latestVersion(tx, deskId, claim.articleId);
    const placement = version === null ? null : await placementOf(tx, deskId, claim.id, version.id);
    if (version === null || placement === null) return notFound();
    if (needsPlacing(placement)) return refused("claim-needs-placing");
    if (input.rowVersion < claim.basisVersion || input.rowVersion > claim.rowVersion) {
      return conflict({ statement: claim.statement, rowVersion: String(claim.rowVersion) });
    }
    const evidence = await basisEvidenceOf(tx, deskId, claim.id);
    const { checksAt } = await gatesOf(tx, { claim, quote: placement.quote, evidence });
    const inTheWay = firstInTheWay(checksAt("propose", input.rationale));
    if (inTheWay !== null) return refused("gate-in-the-way", inTheWay);

    const basis = canonicalJson(presentBasis({ claim, version, placement, evidence }));
    const { ratingId, rationale, asOf, suggestedWording } = input;
    // Sent again with other words, because the answer to the first did not arrive: that is one more revision.
    const id = sent === null ? input.id : uuidv7();
    const given = { ratingId, rationale, asOf, suggestedWording, basis, basisDigest: sha256Hex(basis) };
    const revision = { ...given, deskId, id, claimId: claim.id, versionId: version.id, authorId: memberId, now };
    const number = await insertRevision(
      tx,
      revision,
      evidence.map((item) => item.id),
    );
    await saveClaim(tx, claim, "state", { state: "proposed", staleReason: null, staleSince: null, updatedAt: now });
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      {
        action: "verdict.propose",
        subjectId: id,
        articleId: claim.articleId,
        claimId: claim.id,
        details: { revision: number, rating: rating.label, rationale, asOf, basis: given.basisDigest },
      },
    );
    return ok({ id });
  });
}
