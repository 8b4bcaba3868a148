export const decisions = ["approve", "return", "comment"] as const;
export type Decision = (typeof decisions)[number];

export const contributionKinds = ["statement", "span", "evidence", "verdict", "wording"] as const;
export type ContributionKind = (typeof contributionKinds)[number];

export const contributionWords: Readonly<Record<ContributionKind, string>> = {
  statement: "statement",
  span: "marked the words",
  evidence: "evidence",
  verdict: "verdict",
  wording: "suggested wording",
};

/** Someone who authored or edited what a verdict rests on, and so cannot review it. */
export type Contributor = {
  readonly memberId: string;
  readonly name: string;
  readonly kinds: readonly ContributionKind[];
};

export type Vote = { readonly decision: Decision };

/** Where the votes on one revision leave its claim: one return sends it back, enough approvals let it stand. */
export function outcomeOf(votes: readonly Vote[], approvalsNeeded: number): "proposed" | "approved" | "returned" {
  if (votes.some((vote) => vote.decision === "return")) return "returned";
  const approvals = votes.filter((vote) => vote.decision === "approve").length;
  return approvals >= approvalsNeeded ? "approved" : "proposed";
}
