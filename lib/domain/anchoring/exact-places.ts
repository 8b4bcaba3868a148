import { type Candidate, candidateAt } from "#lib/domain/anchoring/candidate.ts";
import { straightScore } from "#lib/domain/anchoring/context-score.ts";
import { beginsToken, endsToken, type QuoteWords } from "#lib/domain/anchoring/quote-words.ts";
import type { TextIndex } from "#lib/domain/anchoring/text-index.ts";
import type { Work } from "#lib/domain/anchoring/work.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import type { Span } from "#lib/domain/span.ts";

/** `complete` is false when there were more places than are looked at. */
export type Places = { readonly candidates: readonly Candidate[]; readonly complete: boolean };

/** Places looked at for one quote, and those weighed with all their surroundings. */
const mostVisits = 50_000;
const mostWeighed = 16;

/**
 * Where the quote's words stand, in order and without a gap: found from the places of its rarest word, at most 50,000 of
 * them. Of many, the sixteen whose nearest context agrees best are weighed.
 */
export function exactPlaces(index: TextIndex, words: QuoteWords, work: Work): Places {
  const whole = hitsFrom(index, words, { ends: 0, work });
  const size = words.exact.tokens.count;
  const hits = whole.starts.length > 0 || size < 3 ? whole : hitsFrom(index, words, { ends: 1, work });
  const best = hits.starts.length <= mostWeighed ? hits.starts : nearest(index, words, hits.starts);
  const candidates = best.map((start) => {
    const tokens = { start, end: start + size };
    const span = spanAt(index, words, start);
    const exact = typographicFold(index.tokens.text.slice(span.start, span.end)) === words.fold;
    return candidateAt(index, words, { tokens, span, quote: exact ? 1 : otherSpace, exact });
  });
  return { candidates, complete: hits.complete };
}

/** The same words and signs, with white space where the quote has none, or the other way round. */
const otherSpace = 0.99;

type Hits = { readonly starts: readonly number[]; readonly complete: boolean };

/** `ends` is 1 when the first and last word may be cut in two, so that the words between them are looked up. */
function hitsFrom(index: TextIndex, words: QuoteWords, how: { readonly ends: 0 | 1; readonly work: Work }): Hits {
  const { ids, count } = words.exact.tokens;
  let rarest = -1;
  let places = index.placesOf(-1);
  for (let at = how.ends; at < count - how.ends; at += 1) {
    const found = index.placesOf(ids[at] ?? -1);
    if (rarest === -1 || found.length < places.length) {
      rarest = at;
      places = found;
    }
    if (found.length === 0) break;
  }
  const starts: number[] = [];
  const visits = Math.min(places.length, mostVisits);
  how.work.spend(visits);
  for (let at = 0; at < visits; at += 1) {
    const start = (places[at] ?? 0) - rarest;
    if (standsAt(index, words, start)) starts.push(start);
  }
  return { starts, complete: places.length <= mostVisits };
}

function standsAt({ tokens: text }: TextIndex, words: QuoteWords, start: number): boolean {
  const quote = words.exact.tokens;
  if (start < 0 || start + quote.count > text.count) return false;
  for (let at = 0; at < quote.count; at += 1) {
    if (quote.ids[at] === text.ids[start + at]) continue;
    const cutBefore = at === 0 && quote.count > 1 && endsToken(text, start, quote, at);
    const cutAfter = at === quote.count - 1 && at > 0 && beginsToken(text, start + at, quote, at);
    if (!cutBefore && !cutAfter) return false;
  }
  return true;
}

/** From the first word to the last; white space and invisible signs at the quote's ends count where the text has them. */
function spanAt({ tokens: text }: TextIndex, words: QuoteWords, start: number): Span {
  const { tokens: quote } = words.exact;
  const last = quote.count - 1;
  const cutBefore = quote.ids[0] !== text.ids[start];
  const cutAfter = quote.ids[last] !== text.ids[start + last];
  const from = cutBefore ? (text.ends[start] ?? 0) - lengthOf(quote, 0) : (text.starts[start] ?? 0);
  const to = cutAfter ? (text.starts[start + last] ?? 0) + lengthOf(quote, last) : (text.ends[start + last] ?? 0);
  const exact = words.selector.exact;
  const wider = { start: from - (quote.starts[0] ?? 0), end: to + exact.length - (quote.ends[last] ?? 0) };
  if (wider.start === from && wider.end === to) return wider;
  return wider.start >= 0 && text.text.slice(wider.start, wider.end) === exact ? wider : { start: from, end: to };
}

function lengthOf(tokens: QuoteWords["exact"]["tokens"], at: number): number {
  return (tokens.ends[at] ?? 0) - (tokens.starts[at] ?? 0);
}

function nearest(index: TextIndex, words: QuoteWords, starts: readonly number[]): number[] {
  const size = words.exact.tokens.count;
  return starts
    .map((start) => {
      const before = straightScore(index, words.prefix, { edge: start, side: -1 });
      const after = straightScore(index, words.suffix, { edge: start + size, side: 1 });
      return { start, agreement: before + after };
    })
    .toSorted((a, b) => b.agreement - a.agreement || a.start - b.start)
    .slice(0, mostWeighed)
    .map(({ start }) => start);
}
