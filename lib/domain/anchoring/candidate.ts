import { contextScore, standsWithin } from "#lib/domain/anchoring/context-score.ts";
import type { QuoteWords } from "#lib/domain/anchoring/quote-words.ts";
import type { TextIndex } from "#lib/domain/anchoring/text-index.ts";
import type { Span } from "#lib/domain/span.ts";

/** A place where a quote may stand. `quote`, `prefix` and `suffix` are how far each agrees, 0 to 1. */
export type Candidate = Span & {
  /** The words are the quote's under the fold. */
  readonly exact: boolean;
  /** Exact, and every word of the context agrees too. */
  readonly verbatim: boolean;
  readonly quote: number;
  readonly prefix: number;
  readonly suffix: number;
  /** Enough of the context agrees to say that this passage is meant. */
  readonly supported: boolean;
  /** Its neighbours are the quote's context on the wrong side: this is the next passage, or the one before. */
  readonly opposed: boolean;
  /** Both sides agree. */
  readonly framed: boolean;
  readonly score: number;
};

const quoteShare = 0.55;
const sideShare = 0.225;
/** A context of less weight than this counts for less, though never for nothing. */
const fullWeight = 0.5;
const leastShare = 0.3;
const agreeing = 0.6;
const framing = 0.8;
const telling = 0.4;

/** Whether the selector has a context that says anything about the place. */
export function hasContext({ prefix, suffix }: QuoteWords): boolean {
  return prefix.total + suffix.total >= telling;
}

/** Weighs a place: `tokens` are the quote's in the text, `quote` how far its words agree. */
export function candidateAt(
  index: TextIndex,
  words: QuoteWords,
  place: { readonly tokens: Span; readonly span: Span; readonly quote: number; readonly exact: boolean },
): Candidate {
  const prefix = contextScore(index, words.prefix, { edge: place.tokens.start, side: -1 });
  const suffix = contextScore(index, words.suffix, { edge: place.tokens.end, side: 1 });
  const opposed = isOpposed(index, words, { tokens: place.tokens, prefix, suffix });
  return weighed(words, { ...place, prefix, suffix, opposed });
}

/** A candidate of these agreements. */
export function weighed(
  words: QuoteWords,
  place: {
    readonly span: Span;
    readonly quote: number;
    readonly exact: boolean;
    readonly prefix: number;
    readonly suffix: number;
    readonly opposed: boolean;
  },
): Candidate {
  const { prefix, suffix, quote, exact, opposed } = place;
  const before = shareOf(words.prefix.total);
  const after = shareOf(words.suffix.total);
  const beforeWeight = prefix * words.prefix.total;
  const afterWeight = suffix * words.suffix.total;
  const context = words.prefix.total + words.suffix.total;
  const agrees =
    (prefix >= agreeing && beforeWeight >= telling) ||
    (suffix >= agreeing && afterWeight >= telling) ||
    (beforeWeight + afterWeight >= agreeing * context && beforeWeight + afterWeight >= telling);
  return {
    ...place.span,
    exact,
    quote,
    prefix,
    suffix,
    verbatim: exact && wholly(prefix, words.prefix.total) && wholly(suffix, words.suffix.total),
    supported: agrees && !opposed,
    opposed,
    framed: prefix >= framing && beforeWeight >= telling && suffix >= framing && afterWeight >= telling,
    score: (quoteShare * quote + before * prefix + after * suffix) / (quoteShare + before + after),
  };
}

function wholly(agreement: number, total: number): boolean {
  return total === 0 || agreement === 1;
}

function shareOf(total: number): number {
  if (total === 0) return 0;
  return sideShare * Math.min(1, Math.max(leastShare, total / fullWeight));
}

/**
 * A context that does not stand on its side of the place, but on the other side or in its midst, belongs to this passage
 * as its neighbour: what was quoted stood beyond it. So a passage that was deleted does not land on the next one, which
 * begins with the deleted one's suffix.
 */
function isOpposed(
  index: TextIndex,
  words: QuoteWords,
  place: { readonly tokens: Span; readonly prefix: number; readonly suffix: number },
): boolean {
  const { start, end } = place.tokens;
  const before = words.prefix.to - words.prefix.from;
  const after = words.suffix.to - words.suffix.from;
  if (place.suffix < 1 - agreeing && words.suffix.total >= telling) {
    if (standsWithin(index, words.suffix, { from: start - after - before, to: end - 1, side: 1 })) return true;
  }
  if (place.prefix < 1 - agreeing && words.prefix.total >= telling) {
    if (standsWithin(index, words.prefix, { from: start + 1, to: end + after + before, side: -1 })) return true;
  }
  return false;
}
