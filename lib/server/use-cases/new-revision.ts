import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound, refused } from "#lib/domain/failure.ts";
import { needsPlacing } from "#lib/domain/placement.ts";
import { ok } from "#lib/domain/result.ts";
import { canonicalJson, sha256Hex } from "#lib/formats/canonical-json.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { latestVersion, type StoredVersion } from "#lib/server/repositories/articles.ts";
import { presentBasis } from "#lib/server/repositories/basis.ts";
import { type StoredClaim, saveClaim } from "#lib/server/repositories/claims.ts";
import { ratingById } from "#lib/server/repositories/desks.ts";
import type { BasisEvidence } from "#lib/server/repositories/evidence.ts";
import { placementOf, type StoredPlacement } from "#lib/server/repositories/placements.ts";
import { insertRevision, type RevisionWords } from "#lib/server/repositories/verdicts.ts";

type Ready = {
  readonly rating: NonNullable<Awaited<ReturnType<typeof ratingById>>>;
  readonly version: StoredVersion;
  readonly placement: StoredPlacement;
};

/**
 * What a locked claim's next revision is given on. Refuses a claim that is withdrawn, has no statement or waits to be
 * placed, and a rating that is not of the present scale.
 */
export async function readyForRevision(tx: Tx, claim: StoredClaim, ratingId: string): Promise<Outcome<Ready>> {
  const { deskId, id, articleId } = claim;
  if (claim.state === "withdrawn") return refused("claim-withdrawn");
  if (claim.statement === "") return refused("statement-missing");
  const rating = await ratingById(tx, deskId, ratingId);
  if (rating === null) return refused("rating-unknown");
  if (rating.scale.retiredAt !== null) return refused("rating-retired");
  const version = await latestVersion(tx, deskId, articleId);
  const placement = version === null ? null : await placementOf(tx, deskId, id, version.id);
  if (version === null || placement === null) return notFound();
  if (needsPlacing(placement)) return refused("claim-needs-placing");
  return ok({ rating, version, placement });
}

type New = Pick<Ready, "version" | "placement"> & {
  readonly claim: StoredClaim;
  readonly evidence: readonly BasisEvidence[];
  readonly words: RevisionWords & { readonly id: string };
};

/** Adds the next revision of a locked claim, bound to the digest of what it rests on, and puts it up for review. */
export async function addRevision(
  tx: Tx,
  { actor, now }: Context,
  { claim, version, placement, evidence, words }: New,
) {
  const { deskId, memberId } = actor;
  const basis = canonicalJson(presentBasis({ claim, version, placement, evidence }));
  const basisDigest = sha256Hex(basis);
  const given = { ...words, basis, basisDigest };
  const number = await insertRevision(
    tx,
    { ...given, deskId, claimId: claim.id, versionId: version.id, authorId: memberId, now },
    evidence.map((item) => item.id),
  );
  await saveClaim(tx, claim, "state", { state: "proposed", staleReason: null, staleSince: null, updatedAt: now });
  return { number, basisDigest };
}
