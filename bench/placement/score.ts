import { typographicFold } from "#lib/domain/fold.ts";
import type { PlacedSpan } from "#lib/domain/placement.ts";
import type { SetText } from "./document.ts";
import { type DrawnQuote, overlapOf, type Truth, truthOf } from "./draw-quotes.ts";

/** An answer worth looking at, with the reason. */
export type Finding = {
  readonly reason: "other-text" | "deleted" | "other-words" | "wrong-place" | "lost";
  readonly quote: DrawnQuote;
  readonly placed: PlacedSpan;
  readonly truth: Truth;
};

/** Counts over a set of quotes; those whose fate is unsure are in none of them but `otherWords`. */
export type Score = {
  readonly kept: number;
  readonly right: number;
  readonly exactEnds: number;
  readonly repeated: number;
  readonly repeatedRight: number;
  readonly deleted: number;
  readonly deletedAttached: number;
  readonly deletedOffered: number;
  readonly silentlyWrong: number;
  /** Called exact or moved, though the words are not those of the quote under the fold. */
  readonly otherWords: number;
};

export type Scored = { readonly score: Score; readonly findings: readonly Finding[] };

export const emptyScore: Score = {
  kept: 0,
  right: 0,
  exactEnds: 0,
  repeated: 0,
  repeatedRight: 0,
  deleted: 0,
  deletedAttached: 0,
  deletedOffered: 0,
  silentlyWrong: 0,
  otherWords: 0,
};

export function scoreAll(quotes: readonly DrawnQuote[], placed: readonly PlacedSpan[], set: SetText): Scored {
  const findings: Finding[] = [];
  let score = emptyScore;
  for (const [number, quote] of quotes.entries()) {
    const answer = placed[number];
    if (answer === undefined) throw new Error("a quote without an answer");
    const one = scoreOne({ quote, placed: answer, truth: truthOf(quote, set) }, set.text);
    score = addScores(score, one.score);
    findings.push(...one.findings);
  }
  return { score, findings };
}

export function addScores(a: Score, b: Score): Score {
  return {
    kept: a.kept + b.kept,
    right: a.right + b.right,
    exactEnds: a.exactEnds + b.exactEnds,
    repeated: a.repeated + b.repeated,
    repeatedRight: a.repeatedRight + b.repeatedRight,
    deleted: a.deleted + b.deleted,
    deletedAttached: a.deletedAttached + b.deletedAttached,
    deletedOffered: a.deletedOffered + b.deletedOffered,
    silentlyWrong: a.silentlyWrong + b.silentlyWrong,
    otherWords: a.otherWords + b.otherWords,
  };
}

function scoreOne(answer: Omit<Finding, "reason">, text: string): Scored {
  const { quote, placed, truth } = answer;
  const sure = placed.placement === "exact" || placed.placement === "moved";
  const otherWords = sure && typographicFold(text.slice(placed.start, placed.end)) !== typographicFold(quote.quote);
  const score = { ...emptyScore, otherWords: Number(otherWords) };
  const findings: Finding[] = otherWords ? [{ ...answer, reason: "other-words" }] : [];
  if (truth.fate === "unsure") return { score, findings };
  if (truth.fate !== "kept") {
    if (sure) findings.push({ ...answer, reason: "deleted" });
    return {
      score: {
        ...score,
        deleted: 1,
        deletedAttached: Number(sure),
        deletedOffered: Number(placed.placement === "changed"),
        silentlyWrong: Number(sure),
      },
      findings,
    };
  }
  const right = placed.placement !== "lost" && overlapOf(placed, truth.span) >= 0.5;
  if (!right) {
    findings.push({ ...answer, reason: sure ? "other-text" : placed.placement === "lost" ? "lost" : "wrong-place" });
  }
  return {
    score: {
      ...score,
      kept: 1,
      right: Number(right),
      exactEnds: Number(placed.start === truth.span.start && placed.end === truth.span.end),
      repeated: Number(quote.repeated),
      repeatedRight: Number(quote.repeated && right),
      silentlyWrong: Number(sure && !right),
    },
    findings,
  };
}
