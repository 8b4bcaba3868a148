import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { failureSentence, notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { sha256Hex } from "#lib/formats/canonical-json.ts";
import { can } from "#lib/policy/can.ts";
import { permit } from "#lib/policy/permit.ts";
import type { ReviewPlaces } from "#lib/schemas/relation.ts";
import type { Context } from "#lib/server/context.ts";
import { articleById } from "#lib/server/repositories/articles.ts";
import { followersOf } from "#lib/server/repositories/claim-relations.ts";
import { claimById, claimsByIds } from "#lib/server/repositories/claims.ts";
import { deskById } from "#lib/server/repositories/desks.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import { presentRevisions, reviewById } from "#lib/server/repositories/verdicts.ts";
import { reviewVerdict } from "#lib/server/use-cases/review-verdict.ts";

type Place = { readonly claimId: string; readonly number: number; readonly articleTitle: string };
type Reviewed = {
  readonly id: string;
  readonly approved: readonly Place[];
  /** Where the verdict was not approved, and why not. */
  readonly leftOut: readonly (Place & { readonly sentence: string })[];
};

/**
 * Approves a claim's present revision and every revision that shares it and is under review, each by the rules of its own
 * place and in a transaction of its own. Refused when not one place could be approved. The same request sent again, also
 * after it broke off, approves each place once.
 */
export async function reviewPlaces(context: Context, input: ReviewPlaces): Promise<Outcome<Reviewed>> {
  const { actor, db } = context;
  const { deskId } = actor;
  const desk = await deskById(db, deskId);
  const claim = await claimById(db, deskId, input.claimId);
  if (desk === null || claim === null) return notFound();
  const { checkersMayReview } = desk;
  const allowed = permit(actor, "verdict.review", { ...claim, checkersMayReview });
  if (!allowed.ok) return allowed;
  const hidden = await blindClaims(db, actor);
  if (hidden.has(claim.id)) return refused("first-verdict-hidden");
  const followers = await claimsByIds(db, deskId, await followersOf(db, deskId, claim.id));
  const revisions = await presentRevisions(db, deskId, [claim.id, ...followers.map((row) => row.id)]);
  if (revisions.get(claim.id)?.id !== input.revisionId) return refused("not-under-review");
  const sharing = followers.filter((row) => revisions.get(row.id)?.sharedFromId === input.revisionId);
  const approved: Place[] = [];
  const leftOut: (Place & { sentence: string })[] = [];
  let first: Outcome<Reviewed> = refused("not-under-review");
  for (const row of [claim, ...sharing]) {
    if (!can(actor, "claim.read", row) || hidden.has(row.id)) continue;
    const id = row.id === claim.id ? input.id : idOfPlace(input.id, row.id);
    // Sent before: its vote is there, whatever became of the claim since.
    const sent = await reviewById(db, deskId, id);
    if (sent === null && row.state !== "proposed") continue;
    const revisionId = revisions.get(row.id)?.id ?? "";
    const words = { id, claimId: row.id, revisionId, decision: "approve", comment: input.comment } as const;
    const outcome = await reviewVerdict(context, words);
    const article = (await articleById(db, deskId, row.articleId))?.title ?? "";
    const place = { claimId: row.id, number: row.number, articleTitle: article };
    if (outcome.ok) approved.push(place);
    else {
      if (leftOut.length === 0) first = outcome;
      leftOut.push({ ...place, sentence: failureSentence(outcome.error) });
    }
  }
  return approved.length === 0 ? first : ok({ id: input.id, approved, leftOut });
}

/** A vote's id at one place, made of the request's and the claim's, the same each time (RFC 9562, version 8). */
function idOfPlace(id: string, claimId: string): string {
  const hex = sha256Hex(`review-places ${id} ${claimId}`);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join("-");
}
