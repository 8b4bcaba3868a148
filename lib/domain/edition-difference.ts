import type { EditionDocument } from "#lib/domain/edition.ts";
import type { RatingToken } from "#lib/domain/rating.ts";
import { type ReportClaim, type ReportEvidence, type ReportStanding, standingOf } from "#lib/domain/report.ts";
import { verdictWords } from "#lib/domain/scale.ts";

/** A claim as a list names it: its statement, or the article's words where it has none. */
type NamedClaim = { readonly id: string; readonly number: number; readonly words: string };

/** What an edition says of a claim. No rating where there is no verdict. */
export type Said = {
  readonly kind: ReportStanding["kind"];
  readonly rating: { readonly label: string; readonly token: RatingToken } | null;
};

export const claimTexts = ["statement", "quote", "rationale", "suggestedWording"] as const;
export const aboutTexts = ["title", "summary", "method", "language", "template"] as const;
export type TextChange<Of extends string> = { readonly of: Of; readonly before: string; readonly after: string };

/** Pieces of evidence by their id; confidential ones, which are printed without, by what is printed of them. */
export type EvidenceChange = { readonly added: number; readonly removed: number; readonly changed: number };

export type ChangedClaim = NamedClaim & {
  readonly verdict: { readonly before: Said; readonly after: Said } | null;
  readonly texts: readonly TextChange<(typeof claimTexts)[number]>[];
  readonly evidence: EvidenceChange | null;
  /** `said`: who said it, when or where; `wording`: what the writer answered; `again`: a new revision, whatever it says. */
  readonly also: readonly ("said" | "replies" | "wording" | "again" | "signed")[];
};

/** What a reader of one edition finds otherwise in another. Claims are in the order of the later one. */
export type EditionDifference = {
  /** Whether the later one takes the check back, or brings back what the earlier one took back. */
  readonly check: "withdrawn" | "restored" | null;
  readonly about: readonly TextChange<(typeof aboutTexts)[number]>[];
  /** The numbers of the article's versions; null where both print the same one. */
  readonly version: { readonly before: number; readonly after: number } | null;
  readonly added: readonly NamedClaim[];
  /** In the order of the earlier edition. */
  readonly leftOut: readonly NamedClaim[];
  readonly changed: readonly ChangedClaim[];
  /** Whether the claims that both print stand in another order. */
  readonly isReordered: boolean;
  /** Claims that both print and that say the same. */
  readonly same: number;
};

/**
 * What differs between two editions of one article, as they were frozen: linear in what they hold. Where the whole check
 * was taken back or brought back, that is said once and not of every claim.
 */
export function editionDifference(before: EditionDocument, after: EditionDocument): EditionDifference {
  const check = checkChange(before, after);
  const older = new Map(before.report.claims.map((claim) => [claim.id, claim]));
  const newer = new Set(after.report.claims.map(({ id }) => id));
  const both = after.report.claims.flatMap((claim) => {
    const known = older.get(claim.id);
    return known === undefined ? [] : [{ before: known, after: claim }];
  });
  const changed = both.flatMap((pair) => changedClaim(pair, check !== null) ?? []);
  const leftOut = before.report.claims.filter(({ id }) => !newer.has(id));
  const kept = before.report.claims.filter(({ id }) => newer.has(id));
  const [from, to] = [before.report.article.version, after.report.article.version];
  return {
    check,
    about: textChanges(aboutTexts, aboutOf(before), aboutOf(after)),
    version: from === to ? null : { before: from, after: to },
    added: after.report.claims.filter(({ id }) => !older.has(id)).map(nameOf),
    leftOut: leftOut.map(nameOf),
    changed,
    isReordered: kept.some(({ id }, index) => both[index]?.after.id !== id),
    same: both.length - changed.length,
  };
}

/** Whether a reader finds nothing otherwise. */
export function isSameEdition({ check, about, version, ...of }: EditionDifference): boolean {
  const counts = about.length + of.added.length + of.leftOut.length + of.changed.length;
  return check === null && version === null && counts === 0 && !of.isReordered;
}

function checkChange(before: EditionDocument, after: EditionDocument): EditionDifference["check"] {
  const [was, is] = [before.report.status === "withdrawn", after.report.status === "withdrawn"];
  return was === is ? null : is ? "withdrawn" : "restored";
}

function nameOf({ id, number, statement, quote }: ReportClaim): NamedClaim {
  return { id, number, words: statement === "" ? quote : statement };
}

function aboutOf({ summary, method, language, template, report }: EditionDocument) {
  return { title: report.article.title, summary, method, language, template };
}

type Both = { readonly before: ReportClaim; readonly after: ReportClaim };

function changedClaim({ before, after }: Both, checkChanged: boolean): ChangedClaim | null {
  const verdict = verdictChange({ before: saidOf(before), after: saidOf(after) }, checkChanged);
  const texts = textChanges(claimTexts, textsOf(before), textsOf(after));
  const evidence = evidenceChange(before.evidence, after.evidence);
  const also = otherwise(before, after);
  if (verdict === null && evidence === null && texts.length + also.length === 0) return null;
  return { ...nameOf(after), verdict, texts, evidence, also };
}

const saidFields = ["claimant", "saidOn", "saidIn"] as const;

/** Frozen documents are read from their canonical form, so that the same thing is the same JSON. */
function otherwise(before: ReportClaim, after: ReportClaim): ChangedClaim["also"] {
  const [was, is] = [before.verdict, after.verdict];
  const differs = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);
  const isAgain = was?.id !== is?.id;
  return [
    ...(saidFields.some((field) => before[field] !== after[field]) ? (["said"] as const) : []),
    ...(differs(before.replies, after.replies) ? (["replies"] as const) : []),
    ...(differs(was?.wording, is?.wording) ? (["wording"] as const) : []),
    ...(isAgain ? (["again"] as const) : []),
    ...(!isAgain && differs([was?.reviews, was?.overrides], [is?.reviews, is?.overrides]) ? (["signed"] as const) : []),
  ];
}

function saidOf(claim: ReportClaim): Said {
  const { verdict } = claim;
  const rating = verdict === null ? null : { label: verdictWords(verdict), token: verdict.token };
  return { kind: standingOf(claim).kind, rating };
}

function verdictChange({ before, after }: { before: Said; after: Said }, checkChanged: boolean) {
  const isSameRating = before.rating?.label === after.rating?.label && before.rating?.token === after.rating?.token;
  return isSameRating && (checkChanged || before.kind === after.kind) ? null : { before, after };
}

function textsOf({ statement, quote, verdict }: ReportClaim) {
  return {
    statement,
    quote,
    rationale: verdict?.rationale ?? "",
    suggestedWording: verdict?.suggestedWording ?? "",
  };
}

function textChanges<Of extends string>(
  names: readonly Of[],
  before: Readonly<Record<Of, string>>,
  after: Readonly<Record<Of, string>>,
): TextChange<Of>[] {
  return names.flatMap((of) => (before[of] === after[of] ? [] : [{ of, before: before[of], after: after[of] }]));
}

function evidenceChange(before: readonly ReportEvidence[], after: readonly ReportEvidence[]): ChangedClaim["evidence"] {
  const older = piecesOf(before);
  const newer = piecesOf(after);
  const added = [...newer.keys()].filter((key) => !older.has(key)).length;
  const removed = [...older.keys()].filter((key) => !newer.has(key)).length;
  const changed = [...newer].filter(([key, words]) => older.has(key) && older.get(key) !== words).length;
  return added + removed + changed === 0 ? null : { added, removed, changed };
}

function piecesOf(evidence: readonly ReportEvidence[]): ReadonlyMap<string, string> {
  const alike = new Map<string, number>();
  return new Map(
    evidence.map((item): [string, string] => {
      const words = JSON.stringify(item);
      if (!item.confidential) return [item.id, words];
      const copies = (alike.get(words) ?? 0) + 1;
      alike.set(words, copies);
      return [`${copies} ${words}`, words];
    }),
  );
}
