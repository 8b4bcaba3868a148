import type { EarlierEdition, EditionChange, ReportTemplate } from "#lib/domain/edition.ts";
import type { Gate } from "#lib/domain/gate.ts";
import type { Report } from "#lib/domain/report.ts";

/** What an editor has prepared of an article's next edition. `rowVersion` is 0 while nobody has. */
export type ReportPlan = {
  readonly rowVersion: number;
  /** Ids of claims in the order of printing; the others follow in the order of the text. */
  readonly claimOrder: readonly string[];
  readonly hidden: readonly string[];
  readonly summary: string;
  readonly method: string;
  /** BCP 47, or "" for the article's own. */
  readonly language: string;
  readonly template: ReportTemplate;
};

export const noPlan: ReportPlan = {
  rowVersion: 0,
  claimOrder: [],
  hidden: [],
  summary: "",
  method: "",
  language: "",
  template: "public",
};

/**
 * What stands in the way of one claim. `blind`: the reader owes a second verdict on it and hears no more; `second`:
 * somebody does, and an edition would show them the first one.
 */
export type Obstacle = {
  readonly claimId: string;
  readonly number: number;
  readonly kind: "blind" | "second" | "placing" | "stale" | "unreviewed" | "gate";
  readonly gate: Gate | null;
  readonly sentence: string;
};

/** A claim of the article as the report editor lists it, printed or not. */
export type ClaimToPrint = {
  readonly id: string;
  readonly number: number;
  readonly statement: string;
  readonly quote: string;
  readonly isPrinted: boolean;
};

/** What would be frozen now, and what stands in the way. */
export type EditionPreview = {
  readonly articleId: string;
  /** That of the next edition. */
  readonly number: number;
  readonly plan: ReportPlan;
  /** SHA-256 of all that would be frozen, but for its moment; handed back when it is published. */
  readonly seen: string;
  readonly language: string;
  /** As it would be frozen. */
  readonly report: Report;
  readonly leftOut: number;
  /** In the order of printing, those that are not printed after them. */
  readonly claims: readonly ClaimToPrint[];
  /** Nothing is published while there is one. */
  readonly inTheWay: readonly Obstacle[];
  /** Gates that only warn, or were overridden. */
  readonly warnings: readonly Obstacle[];
  readonly earlier: readonly EarlierEdition[];
  readonly isWithdrawn: boolean;
};

/** An edition as the desk lists it. */
export type EditionRow = {
  readonly id: string;
  readonly number: number;
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly digest: string;
  readonly keyId: string;
  readonly change: EditionChange | null;
  readonly isWithdrawal: boolean;
};

/** "Claim 3: …", for as many as one sentence holds. */
export function obstacleSentences(obstacles: readonly Obstacle[]): string {
  const shown = obstacles.slice(0, 10).map(({ number, sentence }) => `Claim ${number}: ${sentence}`);
  const more = obstacles.length - shown.length;
  return [...shown, ...(more > 0 ? [`And ${more} more.`] : [])].join(" ");
}
