import type { SignedEdition } from "#lib/domain/edition.ts";
import { claimReviews } from "#lib/formats/linked-data/claim-review.ts";
import { jsonLdFile } from "#lib/formats/linked-data/json-ld.ts";

/** The edition's ClaimReviews as JSON-LD: an array, one for each claim that is signed off, at its place on the page. */
export function editionToClaimReviews(signed: SignedEdition): string {
  return jsonLdFile(claimReviews(signed));
}
