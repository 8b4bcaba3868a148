import { type Anchoring, ambiguous, lost, rounded } from "#lib/domain/anchoring/anchor.ts";
import { type Candidate, hasContext, tie } from "#lib/domain/anchoring/candidate.ts";
import type { Found } from "#lib/domain/anchoring/find-quote.ts";
import type { Span } from "#lib/domain/span.ts";

const leastKept = 0.34;
const leastWithoutContext = 0.6;
const leastElsewhere = 0.8;
/** A quote of so few words may be replaced as a whole: then its surroundings are the only sign of it. */
const fewWords = 3;

/**
 * Decides where a quote stands, or that a person has to. `isHeld` says whether the position finds the very words there.
 *
 * Between places that tie, only proof decides: a place where every word of prefix, quote and suffix agrees, if it is the
 * only one, or the one place that the position names. Nothing else does, least of all order or nearness.
 *
 * Words that stand in the text with other words on both sides are never `exact`, be they the only ones: the passage may
 * have been deleted while a copy of it lives on elsewhere, and without the text that was annotated nobody can tell this
 * from a passage that moved. Calling it `changed` would be untrue, since no word differs, and would offer the copy as if it
 * were the passage. So it is `ambiguous` with that one candidate. A quote of up to three words is not looked for away from
 * its surroundings: where those stand with other words between, it was replaced (`changed`); with none, it is lost.
 */
export function choosePlace(found: Found, isHeld: (place: Span) => boolean): Anchoring {
  if (!found.isSearched) return lost(tooMuch);
  const { words } = found;
  const framed = found.candidates.filter((place) => place.framed && isViable(found, place));
  const isShort = wordCount(found) <= fewWords;
  const hasWhole = found.candidates.some((place) => place.exact && !place.inner);
  const viable = found.candidates
    .filter((place) => isViable(found, place))
    .filter((place) => place.supported || isHeld(place) || framed.length === 0)
    .filter((place) => !place.inner || hasContext(words) || isHeld(place) || !hasWhole)
    .toSorted((a, b) => b.score - a.score || a.start - b.start);
  const best = viable[0];
  if (best === undefined) return lost(found.isCut ? cutOut : nowhere);
  const ties = viable.filter((place) => isRival(best, place) || best.score - place.score < tie);
  const verbatim = ties.filter((place) => place.verbatim);
  const named = ties.filter((place) => place.exact && isHeld(place));
  const decisive = found.complete ? (only(verbatim) ?? only(named)) : only(named);
  const proven = ties.length > 1 || !found.complete ? decisive : best;
  if (proven === null) return ambiguous(asCandidates(ties), found.complete ? several : common);
  if (proven.supported || isHeld(proven) || !(hasContext(words) || proven.inner)) return placed(proven);
  if (found.isCut && isShort) return lost(cutOut);
  return ambiguous(asCandidates(viable), proven.inner ? inside : proven.exact ? elsewhere : alike);
}

const several = "Several places fit equally well. Choose one.";
const common = "These words stand in too many places to look at them all. Choose one, or add words before and after.";
const elsewhere =
  "The words stand here, but with other words around them; it may be another passage. Choose or discard.";
const inside = "These letters stand only inside a longer word or figure. Choose or discard.";
const alike =
  "Similar words stand here, but with other words around them; it may be another passage. Choose or discard.";
const nowhere = "Neither these words nor similar ones stand in this text.";
const cutOut = "The words before and after still stand, but nothing of the quote is left between them.";
const tooMuch = "Not looked for: this file asks for more than can be searched at once. Anchor it in several parts.";

function placed(place: Candidate): Anchoring {
  const { start, end } = place;
  return { placement: place.exact ? "exact" : "changed", start, end, confidence: rounded(place.score) };
}

function isViable(found: Found, place: Candidate): boolean {
  if (place.exact) return true;
  if (place.opposed) return false;
  if (place.framed && wordCount(found) <= fewWords) return true;
  if (place.supported) return place.quote >= leastKept;
  return place.quote >= (hasContext(found.words) ? leastElsewhere : leastWithoutContext);
}

/** The words are here, but their surroundings rather there, where the words have changed: no lead settles that. */
function isRival(best: Candidate, place: Candidate): boolean {
  if (!best.exact || best.verbatim || !place.framed) return false;
  return place.prefix + place.suffix > best.prefix + best.suffix + tie;
}

function wordCount({ words }: Found): number {
  return words.exact.tokens.count;
}

function only<T>(list: readonly T[]): T | null {
  return list.length === 1 ? (list[0] ?? null) : null;
}

function asCandidates(places: readonly Candidate[]) {
  return places.map(({ start, end, score }) => ({ start, end, confidence: score }));
}
