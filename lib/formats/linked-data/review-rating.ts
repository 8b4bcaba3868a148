import type { ReportVerdict } from "#lib/domain/report.ts";
import { verdictWords } from "#lib/domain/scale.ts";
import { cutTo } from "#lib/formats/annotations/annotation-statement.ts";
import type { Direction } from "#lib/formats/linked-data/desk-scale.ts";
import { type JsonLdNode, nodeOf } from "#lib/formats/linked-data/json-ld.ts";

/** An explanation is short: so many UTF-16 code units at most. */
const longestExplanation = 500;

/**
 * A verdict as schema.org's Rating. A number stands there only on a scale, and then the highest is the truest and the
 * lowest is 1 or more: numbers that run the other way are turned round, those that begin lower are moved up, and the
 * description says so. Where it is unclear which way they run, there is none.
 */
export function reviewRating(verdict: ReportVerdict, direction: Direction): JsonLdNode {
  const { numbers, note } = numbersOf(verdict, direction);
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
): { readonly numbers: Numbers | null; readonly note: string } {
  const { value, range, token } = verdict;
  if (token === "off" || value === null || range === null) return { numbers: null, note: "" };
  const { lowest, highest } = range;
  const isScale = lowest < highest && lowest <= value && value <= highest;
  if (!isScale || !Number.isFinite(lowest) || !Number.isFinite(highest)) return { numbers: null, note: "" };
  const own = `On the desk’s own scale the number is ${value}, of ${lowest} to ${highest}`;
  if (direction === "unclear") return { numbers: null, note: `${own}; which end is the truest is not clear from it.` };
  const up = Math.max(0, 1 - lowest);
  const truer = direction === "falling" ? lowest + highest - value : value;
  const numbers = { ratingValue: truer + up, bestRating: highest + up, worstRating: lowest + up };
  const turned = direction === "falling" ? ", where the lower is the truer; here it is turned round" : "";
  const moved = up > 0 ? `; here the numbers are ${up} higher, for the lowest may not be less than 1` : "";
  return { numbers, note: turned + moved === "" ? "" : `${own}${turned}${moved}.` };
}

/** The first paragraph of the rationale. */
function explanationOf(rationale: string): string {
  return cutTo(longestExplanation, rationale.trim().split(/\n\s*\n/u)[0] ?? "");
}
