import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import type { RelatedChoice } from "#lib/domain/relation.ts";
import { ok } from "#lib/domain/result.ts";
import { claimLikeness, typesettings } from "#lib/domain/same-claim.ts";
import { wordsOf } from "#lib/domain/search-words.ts";
import { can } from "#lib/policy/can.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import { relatedChoices } from "#lib/server/queries/related-choice.ts";
import { latestVersion } from "#lib/server/repositories/articles.ts";
import { followersOf, leaderOf } from "#lib/server/repositories/claim-relations.ts";
import { claimById } from "#lib/server/repositories/claims.ts";
import { placementOf } from "#lib/server/repositories/placements.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import { claimsAlike } from "#lib/server/repositories/similar-claims.ts";

const shown = 5;
const longestWords = 4;

/**
 * Claims of the desk that say nearly the same as this one, at most five, the nearest first; none for somebody who could
 * not say so, and none when the claim is related already.
 */
export async function sameClaims({ actor, db }: Context, claimId: string): Promise<Outcome<readonly RelatedChoice[]>> {
  const { deskId } = actor;
  const loaded = permit(actor, "claim.read", await claimById(db, deskId, claimId));
  if (!loaded.ok) return loaded;
  const claim = loaded.value;
  if (!can(actor, "claim.relate", claim) || claim.state === "withdrawn") return ok([]);
  const [leader, followers, version] = await Promise.all([
    leaderOf(db, deskId, claimId),
    followersOf(db, deskId, claimId),
    latestVersion(db, deskId, claim.articleId),
  ]);
  if (leader !== null || followers.length > 0 || version === null) return ok([]);
  const quote = (await placementOf(db, deskId, claimId, version.id))?.quote ?? "";
  const found = await claimsAlike(db, deskId, {
    claimId,
    quotes: typesettings(quote),
    query: nearly(claim.statement || quote),
  });
  const own = { statement: claim.statement, quote };
  const nearest = found
    .map((row) => ({ row, likeness: claimLikeness(own, row) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, shown);
  const blind = await blindClaims(db, actor);
  return ok(await relatedChoices(db, deskId, { claimId, rows: nearest.map(({ row }) => row), blind }));
}

/** All but one of the longest words: a query that common words do not make long. "" without enough of them. */
function nearly(text: string): string {
  const longest = wordsOf(text, 2000)
    .sort((a, b) => b.length - a.length)
    .slice(0, longestWords);
  if (longest.length < 3) return "";
  return longest
    .map(
      (left) =>
        `(${longest
          .filter((word) => word !== left)
          .map((word) => `'${word}'`)
          .join(" & ")})`,
    )
    .join(" | ");
}
