import type { PlacingRow } from "#lib/domain/version-views.ts";

/** A claim that was answered, and where the focus goes once it has left the list: the rows after it, then those before. */
export type Answered = { readonly ids: readonly string[]; readonly next: readonly string[] };

export function answeredOf(rows: readonly PlacingRow[], ids: readonly string[]): Answered {
  const at = rows.findIndex((row) => ids.includes(row.claimId));
  const others = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at)).reverse()];
  return { ids, next: others.map((row) => row.claimId).filter((id) => !ids.includes(id)) };
}

let left: Answered | null = null;

/** Somebody goes from the list into the text to choose the words of a claim, and comes back to the list. */
export function leaveForText(answered: Answered): void {
  left = answered;
}

/** What was left last; asks only once. */
export function takeLeft(): Answered | null {
  const was = left;
  left = null;
  return was;
}
