import type { FormAction } from "#lib/domain/form-state.ts";

/** What somebody can answer about claims that need placing. */
export type PlacingActions = {
  /** Fields `articleId`, `versionId` and `claimIds`, parted by spaces. */
  readonly confirm: FormAction;
  /** Fields `claimId`, `versionId`, `rowVersion`, `start` and `end`. */
  readonly placeHere: FormAction;
  /** Fields as for `confirm`, with a `reason`. */
  readonly withdraw: FormAction;
};

/** Where a claim's words are chosen in the text; `&from=placing` comes back to the list of what needs placing. */
export function placeHref(articleId: string, claimId: string): string {
  return `/articles/${articleId}?place=${claimId}`;
}

export function placeHrefFromList(articleId: string, claimId: string): string {
  return `${placeHref(articleId, claimId)}&from=placing`;
}
