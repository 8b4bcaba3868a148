import { type Anchoring, type AnchorStep, lost, type PositionSelector } from "#lib/domain/anchoring/anchor.ts";
import { choosePlace } from "#lib/domain/anchoring/choose-place.ts";
import { CodePoints } from "#lib/domain/anchoring/code-points.ts";
import { type Found, findQuote } from "#lib/domain/anchoring/find-quote.ts";
import { isWhole } from "#lib/domain/anchoring/grapheme-edges.ts";
import { heldPlaces, plainReading, type Units } from "#lib/domain/anchoring/position.ts";
import { standingWords } from "#lib/domain/anchoring/standing-words.ts";
import { TextIndex } from "#lib/domain/anchoring/text-index.ts";
import type { Work } from "#lib/domain/anchoring/work.ts";
import type { Span } from "#lib/domain/span.ts";

/** A text to look in: the whole, or a passage of it. */
export type Place = {
  readonly text: string;
  readonly index: TextIndex;
  readonly points: CodePoints;
  /** Quotes looked for before, by their words and context: files repeat them. */
  readonly known: Map<string, Found>;
};

export function placeOf(text: string): Place {
  return { text, index: new TextIndex(text), points: new CodePoints(text), known: new Map() };
}

const mostKnown = 1000;
const byPositionAlone = 0.5;

/** Finds one description of a passage in a text. Offsets are UTF-16 code units of that text. */
export function anchorStep(
  place: Place,
  step: AnchorStep,
  how: { readonly units: Units; readonly work: Work },
): Anchoring {
  const { quote, position } = step;
  if (quote === null) return byPosition(place, position, how.units);
  const found = foundIn(place, quote, how.work);
  const held = position === null ? [] : heldPlaces(place, { position, quote }, how.units);
  const own = held.map((span) => trimmed(place.text, span));
  const isHeld = (candidate: Span) => own.some((span) => equal(span, trimmed(place.text, candidate)));
  const others = held.filter((_, number) => {
    return !found.candidates.some((candidate) => equal(trimmed(place.text, candidate), own[number] ?? candidate));
  });
  const added = others
    .map((span) => standingWords(place.index, found.words, span))
    .filter((one) => !found.candidates.some((candidate) => equal(candidate, one)));
  return choosePlace({ ...found, candidates: [...found.candidates, ...added] }, isHeld);
}

function foundIn(place: Place, quote: NonNullable<AnchorStep["quote"]>, work: Work): Found {
  const key = JSON.stringify([quote.prefix, quote.exact, quote.suffix]);
  const known = place.known.get(key);
  if (known !== undefined) return known;
  const found = findQuote(place.index, quote, work);
  if (place.known.size >= mostKnown) place.known.clear();
  place.known.set(key, found);
  return found;
}

/** Nothing proves that the text at a bare position is the one that was meant, so it is half as sure as a quote. */
function byPosition(place: Place, position: PositionSelector, units: Units): Anchoring {
  const span = plainReading(place, position, units);
  if (span === null) return lost("The position lies outside this text, and there are no words to look for.");
  const words = place.text.slice(span.start, span.end);
  if (words.trim() === "") return lost("The position holds no words, and there are none to look for.");
  if (!isWhole(place.text, span))
    return lost("The position cuts a character in two, and there are no words to look for.");
  return { placement: "exact", ...span, confidence: byPositionAlone, reason: "Placed by its position alone." };
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = words.length - words.trimStart().length;
  return { start: start + from, end: start + Math.max(from, words.trimEnd().length) };
}

function equal(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
