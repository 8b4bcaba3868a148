import type { ClaimState } from "#lib/domain/claim.ts";
import type { ReportWording } from "#lib/domain/report.ts";

export const wordingOutcomes = ["accepted", "refused", "other"] as const satisfies readonly ReportWording["outcome"][];

/** What the writer said of suggested words, as it was recorded. */
export type WordingAnswer = ReportWording & { readonly id: string };

/** A claim whose latest revision suggests other words than those that stand. */
export type WordingRow = {
  readonly claimId: string;
  readonly number: number;
  readonly statement: string;
  readonly state: ClaimState;
  /** The words that stand in the newest version, or stood last where they need placing. */
  readonly quote: string;
  readonly revisionId: string;
  readonly revisionNumber: number;
  readonly suggested: string;
  readonly reason: string;
  readonly suggestedBy: string;
  /** The newest first, which counts; at most 20. */
  readonly answers: readonly WordingAnswer[];
};

export const wordingFilters = ["all", "unanswered"] as const;
export type WordingFilter = (typeof wordingFilters)[number];

/** What the writer is asked to change, one page of it; `counts` are of all pages. */
export type WordingsPage = {
  readonly article: { readonly id: string; readonly title: string };
  readonly filter: WordingFilter;
  readonly rows: readonly WordingRow[];
  readonly counts: Readonly<Record<WordingFilter, number>>;
  /** The id of the claim to go on after; null on the last page. */
  readonly next: string | null;
  readonly may: { readonly answer: boolean };
};

export const wordingOutcomeWords: Readonly<Record<ReportWording["outcome"], string>> = {
  accepted: "Accepted",
  refused: "Refused",
  other: "Other words",
};
