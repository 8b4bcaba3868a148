import type { Priority } from "#lib/domain/claim.ts";

/** How many claims are changed at once. */
export const mostAtOnce = 200;

/** Who works on a claim (empty: nobody), by when (ISO 8601, empty: no date), and how urgent it is. */
export type BulkPlan = { readonly assigneeId: string; readonly dueAt: string; readonly priority: Priority };

/** What became of one claim of a change of many; `before` and the new `planVersion` are what undoing it needs. */
type BulkResult =
  | { readonly id: string; readonly outcome: "done"; readonly planVersion: number; readonly before: BulkPlan }
  | { readonly id: string; readonly outcome: "changed" | "forbidden" | "withdrawn" | "not-found" };

/** `id` is the desk's. */
export type BulkAnswer = { readonly id: string; readonly results: readonly BulkResult[] };

export type BulkWithdrawn = {
  readonly id: string;
  readonly results: readonly { readonly id: string; readonly outcome: BulkResult["outcome"] }[];
};

/** A claim that was handed over, as taking it back needs it. */
export type HandedClaim = { readonly id: string; readonly planVersion: number };

/** "1 claim", "20 claims". */
export function claimsWords(count: number): string {
  return count === 1 ? "1 claim" : `${count} claims`;
}

/** What to say about those of many claims that were passed over; empty when there are none. */
export function passedOver(results: readonly { readonly outcome: BulkResult["outcome"] }[]): string {
  const count = (outcome: BulkResult["outcome"]) => results.filter((result) => result.outcome === outcome).length;
  const parts = [
    [count("changed"), "changed meanwhile"],
    [count("forbidden"), "not yours to change"],
    [count("withdrawn"), "withdrawn"],
    [count("not-found"), "gone"],
  ] as const;
  return parts.flatMap(([number, words]) => (number === 0 ? [] : [`${number} ${words}`])).join(", ");
}
