import { claimStateWords, staleSentences } from "#lib/domain/claim.ts";
import type { CalculationStep } from "#lib/domain/evidence-views.ts";
import { gateNames } from "#lib/domain/gate.ts";
import type {
  Report,
  ReportClaim,
  ReportOverride,
  ReportReply,
  ReportSignOff,
  ReportStanding,
} from "#lib/domain/report.ts";
import { standingOf } from "#lib/domain/report.ts";
import { verdictWords } from "#lib/domain/scale.ts";

const dayFormat = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const monthFormat = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const clockFormat = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });

/** `YYYY-MM-DD` and `YYYY-MM` in words; anything else as it stands. */
export function dayWords(day: string): string {
  const time = Date.parse(day);
  if (Number.isNaN(time)) return day;
  if (/^\d{4}-\d{2}-\d{2}$/.test(day)) return dayFormat.format(time);
  return /^\d{4}-\d{2}$/.test(day) ? monthFormat.format(time) : day;
}

/** An ISO 8601 moment as day and time in UTC; anything else as it stands. */
export function momentWords(moment: string): string {
  const time = Date.parse(moment);
  return Number.isNaN(time) ? moment : `${dayFormat.format(time)}, ${clockFormat.format(time)} UTC`;
}

/** The day of an ISO 8601 moment, in UTC. */
export function dayOfMoment(moment: string): string {
  const time = Date.parse(moment);
  return Number.isNaN(time) ? moment : dayFormat.format(time);
}

/** "Ines Okoro, Teodor Brandt and Padma Ellery". */
function listWords(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

/** Who said it, where and when, as far as it is known. */
export function saidWords(claim: ReportClaim): string {
  return [claim.claimant, claim.saidIn, dayWords(claim.saidOn)].filter((part) => part !== "").join(", ");
}

/** "1913406 / 212: 9025.5", or the step as it was written with what is wrong with it. */
export function stepWords({ line, result, problem }: CalculationStep): string {
  if (problem !== null) return `${line}. ${problem}`;
  return /[=≈]\s*[-+−€$£¥]?\s*[\d.,\s]+%?$/.test(line) ? line : `${line} = ${result}`;
}

/** What a report says of a claim in a word or two: the rating only when it is signed off. */
export function standingWords(standing: ReportStanding): string {
  switch (standing.kind) {
    case "signed-off":
      return verdictWords(standing.verdict);
    case "stale":
      return "Stale, not signed off";
    case "withdrawn":
      return "Withdrawn";
    case "unsettled":
      return `${claimStateWords[standing.state]}, not signed off`;
  }
}

/** Why a claim is not signed off, in a sentence; empty when it is. */
export function whyNotSignedOff(standing: ReportStanding): string {
  switch (standing.kind) {
    case "signed-off":
      return "";
    case "stale":
      if (standing.why !== undefined) return standing.why;
      return standing.reason === null
        ? "What the verdict rests on changed after it was given."
        : staleSentences[standing.reason];
    case "withdrawn":
      return standing.reason;
    case "unsettled":
      return unsettledSentences[standing.state];
  }
}

const unsettledSentences = {
  open: "Nobody has worked on this claim yet.",
  progress: "A checker is working on this claim.",
  proposed: "A verdict was proposed and waits for a colleague’s review.",
  returned: "A colleague returned the verdict to its author.",
  approved: "The verdict lacks the approvals it needs.",
  published: "The verdict lacks the approvals it needs.",
  stale: "",
  withdrawn: "",
} as const;

const decisionWords = {
  approve: "Approved by",
  return: "Returned by",
  comment: "Comment by",
  dissent: "Dissent: vote against by",
} as const;

/** "Approved by Padma Ellery, 9 May 2026". */
export function signOffWords(review: ReportSignOff): string {
  return `${decisionWords[review.decision]} ${review.name}, ${dayOfMoment(review.at)}`;
}

/** "Gate overridden before it was approved: Sources kept. By Padma Ellery, 9 May 2026"; its reason is printed below. */
export function overrideWords({ gate, stage, name, at }: ReportOverride): string {
  return `Gate overridden before it was ${stageWords[stage]}: ${gateNames[gate]}. By ${name}, ${dayOfMoment(at)}`;
}

const stageWords = { propose: "proposed", approve: "approved", publish: "published" } as const;

/** "Harbour Board, asked 4 May 2026: no answer by 6 May 2026"; the answer is printed below. */
export function replyWords({ askedOf, askedAt, deadline, answeredAt, standing }: ReportReply): string {
  const asked = `${askedOf}, asked ${dayOfMoment(askedAt)}`;
  const by = deadline === null ? "" : ` by ${dayOfMoment(deadline)}`;
  const on = answeredAt === null ? "" : ` ${dayOfMoment(answeredAt)}`;
  switch (standing) {
    case "waiting":
      return deadline === null ? `${asked}: no answer yet` : `${asked}, to answer${by}: no answer yet`;
    case "overdue":
      return `${asked}: no answer${by}`;
    case "answered":
      return `${asked}: answered${on}`;
    case "late":
      return `${asked}: answered${on}, after the deadline of ${dayOfMoment(deadline ?? askedAt)}`;
  }
}

/** "By Odile Farrant, The Lantern Review, 12 June 2026. Checked by …; reviewed by …." */
export function creditWords(report: Report): string {
  const { byline, publisher, publishedOn } = report.article;
  const printed = [byline === "" ? "" : byByline(byline), publisher, dayWords(publishedOn ?? "")];
  const people = [
    report.people.checkedBy.length === 0 ? "" : `checked by ${listWords(report.people.checkedBy)}`,
    report.people.reviewedBy.length === 0 ? "" : `reviewed by ${listWords(report.people.reviewedBy)}`,
  ];
  return [joined(printed, ", "), joined(people, "; ")]
    .filter((sentence) => sentence !== "")
    .map((sentence) => `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`)
    .join(" ");
}

function byByline(byline: string): string {
  return /^by\b/i.test(byline) ? byline : `By ${byline}`;
}

function joined(parts: readonly string[], by: string): string {
  return parts.filter((part) => part !== "").join(by);
}

/** The summary's counts in a sentence. */
export function countWords(report: Report): string {
  const { claims, signedOff, stale, open, withdrawn } = report.summary;
  if (claims === 0) return "No claim has been marked in this article yet.";
  const parts = [
    `${signedOff} signed off`,
    stale > 0 ? `${stale} stale` : "",
    open > stale ? `${open - stale} still open` : "",
    withdrawn > 0 ? `${withdrawn} withdrawn` : "",
  ];
  return `${claims === 1 ? "One claim" : `${claims} claims`}: ${joined(parts, ", ")}.`;
}

/** Claims in the order of the text, sorted by what the report may say of them. */
export function sortedClaims(report: Report) {
  const entries = [...report.claims]
    .sort((a, b) => a.start - b.start || b.end - a.end || a.number - b.number)
    .map((claim) => ({ claim, standing: standingOf(claim) }));
  return {
    live: entries.filter((entry) => entry.standing.kind !== "withdrawn"),
    withdrawn: entries.filter((entry) => entry.standing.kind === "withdrawn"),
    unsettled: entries.filter(({ standing }) => standing.kind === "stale" || standing.kind === "unsettled"),
  };
}

export type ClaimEntry = { readonly claim: ReportClaim; readonly standing: ReportStanding };
