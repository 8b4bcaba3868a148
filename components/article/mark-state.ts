import { type ClaimState, claimStateWords } from "#lib/domain/claim.ts";
import type { ClaimMarkView } from "#lib/domain/views.ts";

/** How a claim is drawn: by its state, unless its place has to be decided first. */
export type MarkState = ClaimState | "placing";

export const markStateWords: Readonly<Record<MarkState, string>> = { ...claimStateWords, placing: "Needs placing" };

export function markStateOf(claim: Pick<ClaimMarkView, "state" | "needsPlacing">): MarkState {
  return claim.needsPlacing ? "placing" : claim.state;
}
