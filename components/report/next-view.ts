import { type ClaimsOnPage, claimsAPage, clipped } from "#components/report/plan-view.ts";
import type { EditionPreview, EditionRow, Obstacle } from "#lib/domain/edition-preview.ts";

/** `words` are those of its claim, cut short. */
export type NamedObstacle = Obstacle & { readonly words: string };

/** What the page of the next edition shows of its preview: one page of its claims, and no verdicts. */
export type NextEditionView = Pick<EditionPreview, "number" | "plan" | "seen" | "leftOut" | "isWithdrawn"> & {
  readonly inTheWay: readonly NamedObstacle[];
  readonly warnings: readonly NamedObstacle[];
  readonly article: { readonly id: string; readonly title: string };
  /** Claims that are printed, those that were withdrawn apart. */
  readonly printed: number;
  /** How many of them have a verdict that stands. */
  readonly signedOff: number;
  readonly claims: ClaimsOnPage;
  readonly editions: readonly EditionRow[];
  /** The reader owes a second verdict in the article. */
  readonly isBlind: boolean;
};

type Asked = {
  readonly editions: readonly EditionRow[];
  /** The place of the first claim to list, from 1. */
  readonly from: number;
};

/** Of a preview, what one page shows. */
export function nextEditionView(preview: EditionPreview, { editions, from }: Asked): NextEditionView {
  const { articleId, number, plan, seen, report, leftOut, claims, inTheWay, warnings, isWithdrawn } = preview;
  const first = from <= claims.length ? Math.floor((from - 1) / claimsAPage) * claimsAPage : 0;
  const hidden = new Set(plan.hidden);
  const withdrawn = new Set(report.claims.filter(({ state }) => state === "withdrawn").map(({ id }) => id));
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const named = (obstacle: Obstacle) => {
    const claim = byId.get(obstacle.claimId);
    return { ...obstacle, words: clipped(claim?.statement || (claim?.quote ?? "")) };
  };
  return {
    ...{ number, plan, seen, leftOut, isWithdrawn, editions },
    inTheWay: inTheWay.map(named),
    warnings: warnings.map(named),
    article: { id: articleId, title: report.article.title },
    printed: report.claims.length - withdrawn.size,
    signedOff: report.summary.signedOff,
    claims: {
      total: claims.length,
      before: claims.slice(0, first).map(({ id }) => id),
      claims: claims.slice(first, first + claimsAPage).map(({ statement, quote, ...claim }) => ({
        ...claim,
        statement: clipped(statement),
        quote: statement === "" ? clipped(quote) : "",
        isWithdrawn: withdrawn.has(claim.id) || (!claim.isPrinted && !hidden.has(claim.id)),
      })),
    },
    isBlind: inTheWay.some(({ kind }) => kind === "blind"),
  };
}
