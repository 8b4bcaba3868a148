import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound, refused } from "#lib/domain/failure.ts";
import { needsPlacing } from "#lib/domain/placement.ts";
import { ok } from "#lib/domain/result.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { latestVersion, type StoredVersion } from "#lib/server/repositories/articles.ts";
import { presentBasis, sealedBasis } from "#lib/server/repositories/basis.ts";
import { type StoredClaim, saveClaim } from "#lib/server/repositories/claims.ts";
import { ratingById } from "#lib/server/repositories/desks.ts";
import type { BasisEvidence } from "#lib/server/repositories/evidence.ts";
import { placementOf, type StoredPlacement } from "#lib/server/repositories/placements.ts";
import { insertRevision, type RevisionWords, votesOn } from "#lib/server/repositories/verdicts.ts";

type Place = { readonly version: StoredVersion; readonly placement: StoredPlacement };
type Ready = Place & { readonly rating: NonNullable<Awaited<ReturnType<typeof ratingById>>> };

/** A claim's place in the newest version; refuses one that waits to be placed there. */
export async function settledPlace(tx: Tx, { deskId, id, articleId }: StoredClaim): Promise<Outcome<Place>> {
  const version = await latestVersion(tx, deskId, articleId);
  const placement = version === null ? null : await placementOf(tx, deskId, id, version.id);
  if (version === null || placement === null) return notFound();
  return needsPlacing(placement) ? refused("claim-needs-placing") : ok({ version, placement });
}

/**
 * What a locked claim's next revision is given on. Refuses a claim that is withdrawn, has no statement or waits to be
 * placed, and a rating that is not of the present scale.
 */
export async function readyForRevision(tx: Tx, claim: StoredClaim, ratingId: string): Promise<Outcome<Ready>> {
  if (claim.state === "withdrawn") return refused("claim-withdrawn");
  if (claim.statement === "") return refused("statement-missing");
  const rating = await ratingById(tx, claim.deskId, ratingId);
  if (rating === null) return refused("rating-unknown");
  if (rating.scale.retiredAt !== null) return refused("rating-retired");
  const place = await settledPlace(tx, claim);
  return place.ok ? ok({ ...place.value, rating }) : place;
}

type New = Place & {
  readonly claim: StoredClaim;
  readonly evidence: readonly BasisEvidence[];
  readonly words: RevisionWords & { readonly id: string };
  readonly authorId: string;
};

/** Adds the next revision of a locked claim, bound to the digest of what it rests on, and puts it up for review. */
export async function addRevision(tx: Tx, { now }: Context, added: New) {
  const { claim, version, placement, evidence, words, authorId } = added;
  const sealed = sealedBasis(presentBasis({ claim, version, placement, evidence }));
  const bound = { deskId: claim.deskId, claimId: claim.id, versionId: version.id, authorId, now };
  const evidenceIds = evidence.map((item) => item.id);
  const number = await insertRevision(tx, { ...words, ...sealed, ...bound }, evidenceIds);
  await saveClaim(tx, claim, "state", { state: "proposed", staleReason: null, staleSince: null, updatedAt: now });
  return { number, basisDigest: sealed.basisDigest };
}

/** Who returned this revision; nobody when there was none before. */
export async function returnersOf(tx: Tx, deskId: string, revisionId: string | undefined): Promise<string[]> {
  const votes = revisionId === undefined ? [] : await votesOn(tx, deskId, revisionId);
  return votes.filter(({ decision }) => decision === "return").map(({ reviewerId }) => reviewerId);
}
