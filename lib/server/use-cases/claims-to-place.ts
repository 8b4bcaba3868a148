import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound, refused } from "#lib/domain/failure.ts";
import { needsPlacing } from "#lib/domain/placement.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import type { StoredVersion } from "#lib/server/repositories/articles.ts";
import { lockArticle } from "#lib/server/repositories/articles.ts";
import type { StoredClaim } from "#lib/server/repositories/claims.ts";
import { lockClaims } from "#lib/server/repositories/claims.ts";
import type { StoredPlacement } from "#lib/server/repositories/placements.ts";
import { placementsIn } from "#lib/server/repositories/placements.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import { presentVersion } from "#lib/server/use-cases/present-version.ts";

type Named = { readonly articleId: string; readonly versionId: string; readonly claimIds: readonly string[] };

export type ClaimToPlace = { readonly claim: StoredClaim; readonly placement: StoredPlacement };

type Found = {
  readonly version: StoredVersion;
  /** Those that wait to be placed, by number. */
  readonly waiting: readonly ClaimToPlace[];
  /** Those that were withdrawn, or that somebody placed, meanwhile. */
  readonly answered: readonly ClaimToPlace[];
};

/**
 * The claims that one answer names, held with their article until the transaction ends, by whether they still wait for
 * one. Refuses the whole of it when the version is no longer the newest, or one of the claims is not the article's.
 */
export async function claimsToPlace(
  tx: Tx,
  { actor }: Context,
  { articleId, versionId, claimIds, action }: Named & { readonly action: "claim.place" | "claim.withdraw" },
): Promise<Outcome<Found>> {
  const { deskId } = actor;
  const article = permit(actor, action, await lockArticle(tx, deskId, articleId));
  if (!article.ok) return article;
  const version = await presentVersion(tx, deskId, { articleId, versionId });
  if (!version.ok) return version;
  const claims = await lockClaims(tx, deskId, { ids: claimIds });
  if (claims.length !== claimIds.length || claims.some((claim) => claim.articleId !== articleId)) return notFound();
  const blind = await blindClaims(tx, actor);
  if (claimIds.some((id) => blind.has(id))) return refused("blind-second");
  const placements = new Map(
    (await placementsIn(tx, { deskId, versionId }, claimIds)).map((placement) => [placement.claimId, placement]),
  );
  const found = claims.flatMap((claim) => {
    const placement = placements.get(claim.id);
    return placement === undefined ? [] : [{ claim, placement }];
  });
  const waits = ({ claim, placement }: ClaimToPlace) => claim.state !== "withdrawn" && needsPlacing(placement);
  return ok({
    version: version.value,
    waiting: found.filter(waits),
    answered: found.filter((one) => !waits(one)),
  });
}
