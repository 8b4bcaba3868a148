import type { Quorum } from "#lib/domain/quorum.ts";

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

/** What a reviewer would write instead; only the fields that differ. */
export type Suggestion = {
  readonly rationale?: string | undefined;
  readonly suggestedWording?: string | undefined;
  readonly sentence?: string | undefined;
};

export type Vote = { readonly decision: Decision };

/**
 * Where the votes on one revision leave its claim: enough approvals let it stand, and votes against send it back as soon
 * as the approvals it needs can no longer come together. Of one voter, or of as many as have to approve, one does.
 */
export function outcomeOf(votes: readonly Vote[], { needed, voters }: Quorum): "proposed" | "approved" | "returned" {
  const approvals = votes.filter((vote) => vote.decision === "approve").length;
  const against = votes.filter((vote) => vote.decision === "return").length;
  if (against > voters - needed) return "returned";
  return approvals >= needed ? "approved" : "proposed";
}
