import type { QuotedPassage } from "#lib/domain/capture-views.ts";

/** Where a claim shows one piece of its evidence. */
export function evidenceHref({
  articleId,
  claimId,
  evidenceId,
}: Pick<QuotedPassage, "articleId" | "claimId" | "evidenceId">): string {
  return `/articles/${articleId}/claims/${claimId}#evidence-${evidenceId}`;
}
