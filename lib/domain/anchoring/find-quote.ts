import type { QuoteSelector } from "#lib/domain/anchoring/anchor.ts";
import { type Candidate, hasContext } from "#lib/domain/anchoring/candidate.ts";
import { changedPlaces } from "#lib/domain/anchoring/changed-places.ts";
import { exactPlaces } from "#lib/domain/anchoring/exact-places.ts";
import { innerPlaces } from "#lib/domain/anchoring/inner-places.ts";
import { type QuoteWords, readQuote } from "#lib/domain/anchoring/quote-words.ts";
import type { TextIndex } from "#lib/domain/anchoring/text-index.ts";
import type { Work } from "#lib/domain/anchoring/work.ts";
import type { Span } from "#lib/domain/span.ts";

/** Everything that is known about where a quote may stand in the text. */
export type Found = {
  readonly words: QuoteWords;
  readonly candidates: readonly Candidate[];
  /** False when the words are so common that not every place was looked at. */
  readonly complete: boolean;
  /** The context stands together somewhere, and nothing is left of the quote between. */
  readonly isCut: boolean;
  /** False when the file's steps were used up before every place was looked at. */
  readonly isSearched: boolean;
};

/** A part of a word in a context of this score leaves nothing for a changed place to win. */
const settled = 0.95;

/** Steps for reading a quote, and each UTF-16 code unit of it and its context. */
const reading = 300;
const readingUnit = 4;

/** Finds the places of a quote in the whole text. `work` bounds the steps of all the quotes of a file. */
export function findQuote(index: TextIndex, selector: QuoteSelector, work: Work): Found {
  const words = readQuote(index, selector);
  const { exact: quote, prefix, suffix } = words;
  work.spend(
    reading + (quote.tokens.text.length + prefix.tokens.text.length + suffix.tokens.text.length) * readingUnit,
  );
  const nothing = { words, candidates: [], complete: true, isCut: false, isSearched: !work.isDone };
  if (work.isDone || words.exact.tokens.count === 0) return nothing;
  const exact = exactPlaces(index, words, work);
  const isFound = exact.candidates.some((place) => {
    return !place.inner && (place.verbatim || (place.exact && !hasContext(words)));
  });
  if (isFound) return { ...nothing, ...exact };
  const inner = words.exact.tokens.count < 3 && exact.candidates.length === 0 ? innerPlaces(index, words, work) : null;
  if (inner?.candidates.some((place) => place.inner && place.score >= settled)) return { ...nothing, ...inner };
  const changed = changedPlaces(index, words, work);
  const stands = inner ?? exact;
  const others = changed.candidates.filter((place) => !stands.candidates.some((other) => overlaps(place, other)));
  return {
    ...nothing,
    candidates: [...stands.candidates, ...others],
    complete: stands.complete,
    isCut: changed.isCut,
    isSearched: !work.isDone,
  };
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
