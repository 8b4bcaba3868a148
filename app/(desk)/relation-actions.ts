"use server";

import type { FormState } from "#lib/domain/form-state.ts";
import type { RelatedChoice } from "#lib/domain/relation.ts";
import * as relation from "#lib/schemas/relation.ts";
import { identifier } from "#lib/schemas/text.ts";
import { actionContext, runAction } from "#lib/server/action.ts";
import { claimsToRelate } from "#lib/server/queries/claims-to-relate.ts";
import { sameClaims } from "#lib/server/queries/same-claims.ts";
import { endRelation } from "#lib/server/use-cases/end-relation.ts";
import { mergeClaims } from "#lib/server/use-cases/merge-claims.ts";
import { relateClaims } from "#lib/server/use-cases/relate-claims.ts";
import { reviewPlaces } from "#lib/server/use-cases/review-places.ts";
import { shareVerdict } from "#lib/server/use-cases/share-verdict.ts";
import { splitClaim } from "#lib/server/use-cases/split-claim.ts";

export async function split(_: FormState, form: FormData): Promise<FormState> {
  const saved = (made: { readonly number: number }) => `Claim ${made.number} is split off.`;
  return runAction({ schema: relation.splitClaim, form, work: splitClaim, saved });
}

export async function merge(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: relation.mergeClaims, form, work: mergeClaims, saved: "The claims are merged." });
}

export async function relate(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: relation.relateClaims, form, work: relateClaims, saved: "The claims are the same now." });
}

export async function end(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: relation.endRelation, form, work: endRelation, saved: "They are no longer the same." });
}

export async function share(_: FormState, form: FormData): Promise<FormState> {
  const saved = "The verdict is taken over and waits for review.";
  return runAction({ schema: relation.shareVerdict, form, work: shareVerdict, saved });
}

export async function approvePlaces(_: FormState, form: FormData): Promise<FormState> {
  return runAction({
    schema: relation.reviewPlaces,
    form,
    work: reviewPlaces,
    saved: ({ approved, leftOut }) =>
      [
        `Approved at ${approved.length === 1 ? "1 place" : `${approved.length} places`}.`,
        ...leftOut.map((place) => `Left out: claim ${place.number} of ${place.articleTitle}. ${place.sentence}`),
      ].join(" "),
  });
}

export async function findToRelate(
  claimId: string,
  words: string,
  where: string,
): Promise<readonly RelatedChoice[] | null> {
  const [context, id] = [await actionContext(), identifier.safeParse(claimId)];
  if (context === null || !id.success) return null;
  const asked = { claimId: id.data, words: String(words), where: where === "article" ? "article" : "desk" } as const;
  const found = await claimsToRelate(context, asked);
  return found.ok ? found.value : null;
}

/** Claims that say nearly the same; null when they could not be looked up. */
export async function suggestSame(claimId: string): Promise<readonly RelatedChoice[] | null> {
  const [context, id] = [await actionContext(), identifier.safeParse(claimId)];
  if (context === null || !id.success) return null;
  const found = await sameClaims(context, id.data);
  return found.ok ? found.value : null;
}
