import type { ReportVerdict } from "#lib/domain/report.ts";
import { verdictWords } from "#lib/domain/scale.ts";
import { cutTo } from "#lib/formats/annotations/annotation-statement.ts";
import type { Direction } from "#lib/formats/linked-data/desk-scale.ts";
import { type JsonLdNode, nodeOf } from "#lib/formats/linked-data/json-ld.ts";
import { filled, type Voice } from "#lib/formats/report/voice.ts";
import type { ReportWords } from "#lib/formats/report/words/en.ts";

/** An explanation is short: so many UTF-16 code units at most. */
const longestExplanation = 500;

/**
 * A verdict as schema.org's Rating. A number stands there only on a scale, and then the highest is the truest and the
 * lowest is 1 or more: numbers that run the other way are turned round, those that begin lower are moved up, and the
 * description says so. Where it is unclear which way they run, there is none.
 */
export function reviewRating(verdict: ReportVerdict, direction: Direction, { words }: Voice): JsonLdNode {
  const { numbers, note } = numbersOf(verdict, direction, words);
  return nodeOf({
    "@type": "Rating",
    alternateName: verdictWords(verdict),
    ...numbers,
    ratingExplanation: explanationOf(verdict.rationale),
    description: [verdict.definition, note].filter((words) => words.trim() !== "").join(" "),
  });
}

type Numbers = { readonly ratingValue: number; readonly bestRating: number; readonly worstRating: number };

function numbersOf(
  verdict: ReportVerdict,
  direction: Direction,
  words: ReportWords,
): { readonly numbers: Numbers | null; readonly note: string } {
  const { value, range, token } = verdict;
  if (token === "off" || value === null || range === null) return { numbers: null, note: "" };
  const { lowest, highest } = range;
  const isScale = lowest < highest && lowest <= value && value <= highest;
  if (!isScale || !Number.isFinite(lowest) || !Number.isFinite(highest)) return { numbers: null, note: "" };
  const own = filled(words.ownScale, { value, lowest, highest });
  if (direction === "unclear") return { numbers: null, note: `${own} ${words.ownScaleUnclear}` };
  const up = Math.max(0, 1 - lowest);
  const truer = direction === "falling" ? lowest + highest - value : value;
  const numbers = { ratingValue: truer + up, bestRating: highest + up, worstRating: lowest + up };
  const said = [
    ...(direction === "falling" ? [words.ownScaleTurned] : []),
    ...(up > 0 ? [filled(words.ownScaleMoved, { number: up })] : []),
  ];
  return { numbers, note: said.length === 0 ? "" : [own, ...said].join(" ") };
}

/** The first paragraph of the rationale. */
function explanationOf(rationale: string): string {
  return cutTo(longestExplanation, rationale.trim().split(/\n\s*\n/u)[0] ?? "");
}
