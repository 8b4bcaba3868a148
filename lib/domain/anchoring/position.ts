import type { PositionSelector, QuoteSelector } from "#lib/domain/anchoring/anchor.ts";
import type { CodePoints } from "#lib/domain/anchoring/code-points.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import type { Span } from "#lib/domain/span.ts";

/** In what a file counts: proven by its quotes, or not; "mixed" when its annotations contradict each other. */
export type Units = "code-points" | "utf16" | "unproven" | "mixed";

/** A text, and its offsets in both units. */
type Counted = { readonly text: string; readonly points: CodePoints };

/** The two readings of a position as spans of the text, UTF-16 code units; null for one that leaves it. */
function readings(
  { text, points }: Counted,
  { start, end }: PositionSelector,
): { readonly points: Span | null; readonly units: Span | null } {
  const first = points.utf16Of(start);
  const last = points.utf16Of(end);
  const asPoints = first === null || last === null ? null : { start: first, end: last };
  return { points: asPoints, units: end <= text.length ? { start, end } : null };
}

/** Whether the words of a span are the quote's under the fold. */
function holds(text: string, span: Span | null, quote: QuoteSelector): span is Span {
  if (span === null || span.end - span.start > quote.exact.length * 4 + slack) return false;
  const words = text.slice(span.start, span.end);
  return words === quote.exact || typographicFold(words) === typographicFold(quote.exact);
}

/** Folding can shorten a text; a span much longer than the quote is not folded at all. */
const slack = 1000;

/**
 * What the annotations of one file prove about its units: a position proves a unit when its quote stands there in that
 * reading and not in the other.
 */
export function provenUnits(
  text: string,
  points: CodePoints,
  pairs: Iterable<{ readonly quote: QuoteSelector; readonly position: PositionSelector }>,
): Units {
  let inPoints = false;
  let inUnits = false;
  if (points.length === text.length) return "code-points";
  for (const { quote, position } of pairs) {
    const read = readings({ text, points }, position);
    if (read.points?.start === read.units?.start && read.points?.end === read.units?.end) continue;
    const asPoints = holds(text, read.points, quote);
    const asUnits = holds(text, read.units, quote);
    inPoints ||= asPoints && !asUnits;
    inUnits ||= asUnits && !asPoints;
  }
  if (inPoints && inUnits) return "mixed";
  return inPoints ? "code-points" : inUnits ? "utf16" : "unproven";
}

/**
 * The places where a position finds its quote: one, or none, or two when its unit is unproven and both readings hold.
 * An annotation's own proof goes before what the others of its file prove.
 */
export function heldPlaces(
  counted: Counted,
  { position, quote }: { readonly position: PositionSelector; readonly quote: QuoteSelector },
  units: Units,
): Span[] {
  const read = readings(counted, position);
  const asPoints = holds(counted.text, read.points, quote) ? read.points : null;
  const asUnits = holds(counted.text, read.units, quote) ? read.units : null;
  if (asPoints === null || asUnits === null) return [asPoints ?? asUnits].filter((span) => span !== null);
  if (units === "code-points" || asPoints.start === asUnits.start) return [asPoints];
  return units === "utf16" ? [asUnits] : [asPoints, asUnits];
}

/** A position without a quote: code points, as the standard says, unless the file proves UTF-16 and nothing else. */
export function plainReading(counted: Counted, position: PositionSelector, units: Units): Span | null {
  const read = readings(counted, position);
  return units === "utf16" ? read.units : read.points;
}
