import type { Block } from "#lib/domain/block.ts";
import type { ClaimState, StaleReason } from "#lib/domain/claim.ts";
import type { CslItem } from "#lib/domain/csl-item.ts";
import type { EvidenceKind, SourceKind, Stance } from "#lib/domain/evidence.ts";
import type { CalculationStep } from "#lib/domain/evidence-views.ts";
import type { Gate, GateStage } from "#lib/domain/gate.ts";
import type { RatingToken } from "#lib/domain/rating.ts";
import type { ReplyStanding } from "#lib/domain/reply.ts";

/** The shape of the JSON export; raised when a reader of it would have to change. */
export const reportSchema = "stet-report-4";

export type ReportSource = {
  readonly kind: SourceKind;
  readonly title: string;
  readonly publication: string;
  readonly author: string;
  readonly publishedOn: string;
  readonly address: string;
  /** The same as an item of CSL-JSON 1.0.2; its id is the source's. */
  readonly csl: CslItem;
};

/** The copy that the desk keeps of a source. Times are ISO 8601 in UTC. */
export type ReportCapture = {
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly digest: string;
  /** The address that answered; "" for a file that was handed in. */
  readonly address: string;
  readonly mediaType: string;
  readonly obtainedAt: string;
  readonly obtainedBy: string;
};

/** Where a passage stands in the text of a copy: `[start, end)` in code points, with up to 32 of them around it. */
export type PassageSelector = {
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  readonly suffix: string;
};

/**
 * What is printed of a confidential source: what it does, what kind of evidence it is, and how the desk describes it.
 * Its own words are not: whoever has them can look for them, and who talks like that is known to somebody. Nor are its
 * kind, place, day, note, calculation or copy.
 */
export type ConfidentialEvidence = {
  readonly confidential: true;
  readonly stance: Stance;
  readonly kind: EvidenceKind;
  readonly describedAs: string;
};

export type NamedEvidence = {
  readonly id: string;
  readonly confidential: false;
  readonly stance: Stance;
  readonly kind: EvidenceKind;
  readonly source: ReportSource;
  readonly passage: string;
  readonly locator: string;
  readonly note: string;
  readonly accessedOn: string;
  readonly capture: ReportCapture | null;
  /** Null where the passage was not selected in the copy. */
  readonly selector: PassageSelector | null;
  /** Which pieces go back to the same root: equal for those that do, null where nobody said. */
  readonly originId: string | null;
  readonly calculation: readonly CalculationStep[];
};

export type ReportEvidence = NamedEvidence | ConfidentialEvidence;

/** What a report calls a confidential source. */
export function describedAs(publicAs: string): string {
  return publicAs.trim() === "" ? "A source known to the desk" : publicAs.trim();
}

/** `dissent` is a vote against a verdict that carried all the same. */
export type ReportSignOff = {
  readonly name: string;
  readonly decision: "approve" | "return" | "comment" | "dissent";
  readonly at: string;
  readonly comment: string;
};

/** A gate of the desk that somebody overrode for this revision. */
export type ReportOverride = {
  readonly gate: Gate;
  readonly stage: GateStage;
  readonly name: string;
  readonly at: string;
  readonly reason: string;
};

/** What became of a suggested wording, and who wrote that down when; null while the writer has not said. */
export type ReportWording = {
  readonly outcome: "accepted" | "refused" | "other";
  readonly note: string;
  readonly by: string;
  readonly at: string;
};

export type ReportVerdict = {
  readonly id: string;
  readonly revision: number;
  /** In the words of the scale that the verdict was given on, in the article's language where the desk has them. */
  readonly label: string;
  /** Stands in the place of the label on a scale without ratings; not there otherwise. */
  readonly sentence?: string;
  readonly definition: string;
  readonly token: RatingToken;
  /** Null off the scale. */
  readonly value: number | null;
  /** The lowest and highest number of the scale that it was given on; null where the scale has none. */
  readonly range: { readonly lowest: number; readonly highest: number } | null;
  readonly rationale: string;
  readonly asOf: string;
  readonly suggestedWording: string;
  readonly wording: ReportWording | null;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly basisDigest: string;
  /** True only when the approvals stand and the basis still matches: a stale verdict is never signed off. */
  readonly signedOff: boolean;
  readonly reviews: readonly ReportSignOff[];
  /** Oldest first. */
  readonly overrides: readonly ReportOverride[];
};

/** Whom the desk asked for a reply, and what they answered; never how they were reached. */
export type ReportReply = {
  readonly askedOf: string;
  readonly askedAt: string;
  readonly deadline: string | null;
  readonly standing: Exclude<ReplyStanding, "withdrawn">;
  readonly answer: string | null;
  readonly answeredAt: string | null;
};

export type ReportClaim = {
  /** The same in every export of the desk. */
  readonly id: string;
  readonly number: number;
  readonly state: ClaimState;
  readonly staleReason: StaleReason | null;
  /** The same in a sentence that names the version or the day, where the record says. */
  readonly staleWhy?: string;
  readonly withdrawnReason: string | null;
  /** UTF-16 code units in `article.text`. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly statement: string;
  readonly claimant: string;
  readonly saidOn: string;
  readonly saidIn: string;
  readonly verdict: ReportVerdict | null;
  readonly evidence: readonly ReportEvidence[];
  /** In the order of asking. */
  readonly replies: readonly ReportReply[];
};

export type ReportCount = { readonly label: string; readonly token: RatingToken; readonly claims: number };

/** The one document behind every format of a fact-check report. */
export type Report = {
  readonly schema: typeof reportSchema;
  /** A draft shows the work as it stands; the others are in an edition. */
  readonly status: "draft" | "published" | "withdrawn";
  readonly generatedAt: string;
  readonly desk: string;
  readonly article: {
    readonly id: string;
    readonly versionId: string;
    readonly title: string;
    readonly byline: string;
    readonly publisher: string;
    readonly publishedOn: string | null;
    readonly address: string | null;
    readonly language: string | null;
    readonly version: number;
    readonly textDigest: string;
    readonly text: string;
    readonly blocks: readonly Block[];
  };
  readonly people: { readonly checkedBy: readonly string[]; readonly reviewedBy: readonly string[] };
  readonly summary: {
    readonly claims: number;
    readonly signedOff: number;
    readonly stale: number;
    /** Claims that have no signed-off verdict and are not withdrawn, the stale ones included. */
    readonly open: number;
    readonly withdrawn: number;
    /** Signed-off verdicts by rating, in the order of the scale. */
    readonly ratings: readonly ReportCount[];
  };
  readonly claims: readonly ReportClaim[];
};

/** What a report may say of a claim. Only `signed-off` is said in the colour of its rating. */
export type ReportStanding =
  | { readonly kind: "signed-off"; readonly verdict: ReportVerdict }
  | {
      readonly kind: "stale";
      readonly verdict: ReportVerdict | null;
      readonly reason: StaleReason | null;
      readonly why: string | undefined;
    }
  | { readonly kind: "withdrawn"; readonly reason: string }
  | { readonly kind: "unsettled"; readonly state: ClaimState; readonly verdict: ReportVerdict | null };

/** The state decides before the verdict's own word: nothing stale, withdrawn or undecided passes as signed off. */
export function standingOf(claim: ReportClaim): ReportStanding {
  const { state, verdict } = claim;
  if (state === "withdrawn") return { kind: "withdrawn", reason: claim.withdrawnReason ?? "" };
  if (state === "stale") return { kind: "stale", verdict, reason: claim.staleReason, why: claim.staleWhy };
  const isSettled = (state === "approved" || state === "published") && claim.staleReason === null;
  if (isSettled && verdict?.signedOff) return { kind: "signed-off", verdict };
  return { kind: "unsettled", state, verdict };
}

/** Counts for the head of a report. A stale verdict counts as stale, never under its old rating. */
export function summarise(
  claims: readonly ReportClaim[],
  scale: readonly { readonly label: string; readonly token: RatingToken }[],
): Report["summary"] {
  const signed = claims.map(standingOf).filter((standing) => standing.kind === "signed-off");
  const counts = new Map<string, ReportCount>(scale.map((rating) => [rating.label, { ...rating, claims: 0 }]));
  for (const { verdict } of signed) {
    const { label, token } = verdict;
    counts.set(label, { label, token, claims: (counts.get(label)?.claims ?? 0) + 1 });
  }
  const withdrawn = claims.filter((claim) => claim.state === "withdrawn").length;
  return {
    claims: claims.length,
    signedOff: signed.length,
    stale: claims.filter((claim) => claim.state === "stale").length,
    open: claims.length - signed.length - withdrawn,
    withdrawn,
    ratings: [...counts.values()]
      .filter((count) => count.claims > 0)
      .map(({ label, token, claims: n }) => ({ label, token, claims: n })),
  };
}
