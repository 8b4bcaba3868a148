export const claimStates = [
  "open",
  "progress",
  "proposed",
  "returned",
  "approved",
  "published",
  "stale",
  "withdrawn",
] as const;
export type ClaimState = (typeof claimStates)[number];

export const claimStateWords: Readonly<Record<ClaimState, string>> = {
  open: "Open",
  progress: "In progress",
  proposed: "Proposed",
  returned: "Returned",
  approved: "Approved",
  published: "Published",
  stale: "Stale",
  withdrawn: "Withdrawn",
};

export const staleReasons = ["quote", "surroundings", "statement", "evidence"] as const;
export type StaleReason = (typeof staleReasons)[number];

export const staleSentences: Readonly<Record<StaleReason, string>> = {
  quote: "The quote changed after the verdict was given.",
  surroundings: "The paragraph around the quote changed after the verdict was given.",
  statement: "The statement changed after the verdict was given.",
  evidence: "The evidence changed after the verdict was given.",
};

export const priorities = ["low", "normal", "high"] as const;
export type Priority = (typeof priorities)[number];

export const priorityWords: Readonly<Record<Priority, string>> = { low: "Low", normal: "Normal", high: "High" };

/** What a checker writes about a claim. Dates are `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or empty. */
export type ClaimFields = {
  readonly statement: string;
  readonly claimant: string;
  readonly saidOn: string;
  readonly saidIn: string;
};

/** States in which there is still work to do on a claim. */
export const openStates: readonly ClaimState[] = ["open", "progress", "proposed", "returned", "stale"];

/** States in which a verdict stands for review or stands reviewed. */
export function hasStandingVerdict(state: ClaimState): boolean {
  return state === "proposed" || state === "approved" || state === "published";
}

/** A verdict can be proposed on any claim that is not withdrawn; a standing verdict is replaced by the new revision. */
export function canPropose(state: ClaimState): boolean {
  return state !== "withdrawn";
}

/** Work on a claim (its statement, its evidence) takes it out of `open`. */
export function stateAfterWork(state: ClaimState): ClaimState {
  return state === "open" ? "progress" : state;
}
