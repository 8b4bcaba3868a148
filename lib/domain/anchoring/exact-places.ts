import { type Candidate, candidateAt } from "#lib/domain/anchoring/candidate.ts";
import { straightScore } from "#lib/domain/anchoring/context-score.ts";
import { beginsToken, endsToken, type QuoteWords } from "#lib/domain/anchoring/quote-words.ts";
import { standingWords } from "#lib/domain/anchoring/standing-words.ts";
import type { TextIndex } from "#lib/domain/anchoring/text-index.ts";
import type { Work } from "#lib/domain/anchoring/work.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import type { Span } from "#lib/domain/span.ts";

/** `complete` is false when there were more places than are looked at. */
export type Places = { readonly candidates: readonly Candidate[]; readonly complete: boolean };

/** Places looked at for one quote, words compared there, and places weighed with all their surroundings. */
const mostVisits = 20_000;
const mostCompared = 1_000_000;
const mostWeighed = 16;
/** Steps that it takes to compare a word anywhere in the text, and to weigh one place by its nearest words. */
const comparing = 4;
const weighing = 40;

/**
 * Where the quote's words stand, in order and without a gap: found from the places of its rarest word, at most 20,000 of
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
    if (exact) return standingWords(index, words, span);
    return candidateAt(index, words, { tokens, span, quote: otherSpace, exact });
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
  let compared = 0;
  let at = 0;
  for (; at < visits && compared < mostCompared; at += 1) {
    const start = (places[at] ?? 0) - rarest;
    const same = sameFrom(index, words, start);
    compared += 1 + same;
    if (same === count) starts.push(start);
  }
  how.work.spend(compared * comparing + starts.length * weighing);
  return { starts, complete: at === places.length };
}

/** How many words of the quote, the two at its ends first, stand from this token on; all of them, when it is there. */
function sameFrom({ tokens: text }: TextIndex, words: QuoteWords, start: number): number {
  const quote = words.exact.tokens;
  const last = quote.count - 1;
  if (start < 0 || start + last >= text.count) return 0;
  if (last > 0) {
    if (quote.ids[0] !== text.ids[start] && !endsToken(text, start, quote, 0)) return 0;
    if (quote.ids[last] !== text.ids[start + last] && !beginsToken(text, start + last, quote, last)) return 0;
  } else if (quote.ids[0] !== text.ids[start]) return 0;
  let at = 1;
  while (at < last && quote.ids[at] === text.ids[start + at]) at += 1;
  return at >= last ? quote.count : at;
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

/** The places whose nearest context agrees best, the earlier first where several agree equally. */
function nearest(index: TextIndex, words: QuoteWords, starts: readonly number[]): number[] {
  const size = words.exact.tokens.count;
  const best: { start: number; agreement: number }[] = [];
  for (const start of starts) {
    const before = straightScore(index, words.prefix, { edge: start, side: -1 });
    const agreement = before + straightScore(index, words.suffix, { edge: start + size, side: 1 });
    if (best.length === mostWeighed && agreement <= (best.at(-1)?.agreement ?? 0)) continue;
    const place = best.findIndex((other) => other.agreement < agreement);
    best.splice(place === -1 ? best.length : place, 0, { start, agreement });
    if (best.length > mostWeighed) best.pop();
  }
  return best.map(({ start }) => start);
}
