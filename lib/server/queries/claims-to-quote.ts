import "server-only";
import type { Context } from "#lib/server/context.ts";
import { reviewQueue } from "#lib/server/queries/review-queue.ts";

/** The claims that words can be quoted for: the reader's own, then those due next; at most 100, none twice. */
export async function claimsToQuote(context: Context) {
  const mine = await reviewQueue(context, { view: "mine", after: null });
  const others = await reviewQueue(context, { view: "everything", after: null });
  const rows = new Map([...mine.rows, ...others.rows].map((row) => [row.claimId, row]));
  return [...rows.values()].map(({ claimId, number, articleTitle, statement }) => ({
    id: claimId,
    number,
    articleTitle,
    statement,
  }));
}
