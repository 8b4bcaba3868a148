import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { needsPlacing } from "#lib/domain/placement.ts";
import { ok } from "#lib/domain/result.ts";
import type { ComparisonView } from "#lib/domain/version-views.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import type { ShownClaim } from "#lib/server/queries/comparison.ts";
import { comparedRows, unjudgedIn } from "#lib/server/queries/comparison.ts";
import { type ClaimBetween, placesBetween } from "#lib/server/queries/places-between.ts";
import { versionRows } from "#lib/server/queries/version-rows.ts";
import { articleById, latestVersion } from "#lib/server/repositories/articles.ts";
import { alignedWith } from "#lib/server/repositories/carried-claims.ts";
import { comparedPlacements } from "#lib/server/repositories/placed-before.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import { versionByNumber } from "#lib/server/repositories/versions.ts";

type Asked = {
  readonly articleId: string;
  /** Numbers of versions, in either order. */
  readonly from: number;
  readonly to: number;
  /** From 1. */
  readonly page: number;
};

/** Two versions of an article beside each other, the older first, with the claims that each change touches. */
export async function comparePage(
  { actor, db }: Context,
  { articleId, from, to, page }: Asked,
): Promise<Outcome<ComparisonView>> {
  const { deskId } = actor;
  const loaded = permit(actor, "article.read", await articleById(db, deskId, articleId));
  if (!loaded.ok) return loaded;
  const older = await versionByNumber(db, deskId, { articleId, number: Math.min(from, to) });
  const newer = await versionByNumber(db, deskId, { articleId, number: Math.max(from, to) });
  const newest = await latestVersion(db, deskId, articleId);
  if (older === null || newer === null || newest === null) return notFound();
  const versions = await versionRows(db, newest, [older.number, newer.number]);
  const [old, fresh] = [older, newer].map(({ id }) => versions.find((row) => row.id === id));
  if (old === undefined || fresh === undefined) throw new Error("A version is not among those of its article.");
  const placements = await comparedPlacements(db, deskId, { olderId: older.id, newerId: newer.id });
  const { title, language } = loaded.value;
  const alignment = alignedWith(older.text, newer.text);
  const places = placesBetween({ alignment, older: older.text, newer: newer.text }, placements);
  const isPresent = newer.id === newest.id && older.id !== newer.id;
  const blind = await blindClaims(db, actor);
  const claims = places.map((place) => unjudgedIn(blind, shownClaim(place, { isPresent })));
  return ok({
    articleId,
    title,
    language,
    from: old,
    to: fresh,
    versions,
    ...comparedRows({ alignment, older, newer, claims, page }),
  });
}

/** What was not placed in an older version is nobody's business any more. */
function shownClaim({ placed, kind, side, span }: ClaimBetween, { isPresent }: { isPresent: boolean }): ShownClaim {
  const { claimId, number, state, statement, quote } = placed;
  const claim = {
    id: claimId,
    number,
    state,
    summary: statement === "" ? quote : statement,
    placement: kind,
    needsPlacing: isPresent && needsPlacing(placed),
    lapses: false,
  };
  return { claim, side, span };
}
