import type { QuoteWords } from "#lib/domain/anchoring/quote-words.ts";
import { isOpposed, sideScore } from "#lib/domain/anchoring/side-score.ts";
import type { TextIndex } from "#lib/domain/anchoring/text-index.ts";
import type { Span } from "#lib/domain/span.ts";

/** A place where a quote may stand. `quote`, `prefix` and `suffix` are how far each agrees, 0 to 1. */
export type Candidate = Span & {
  /** The words are the quote's under the fold. */
  readonly exact: boolean;
  /** Exact, and every word of the context agrees too. */
  readonly verbatim: boolean;
  /** The words are part of a longer word or figure: proof that this was meant has to come from elsewhere. */
  readonly inner: boolean;
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

/** Candidates nearer to each other than this tie. */
export const tie = 0.05;
const quoteShare = 0.55;
const sideShare = 0.225;
/** A context of less weight than this counts for less, though never for nothing. */
const fullWeight = 0.5;
const leastShare = 0.3;
const agreeing = 0.6;
const framing = 0.8;
const telling = 0.4;
/** Sums of weights do not come out at one to the last digit. */
const almost = 0.999_999;

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
  const prefix = sideScore(index, words, { tokens: place.tokens, side: -1 });
  const suffix = sideScore(index, words, { tokens: place.tokens, side: 1 });
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
    inner: false,
    verbatim: exact && wholly(prefix, words.prefix.total) && wholly(suffix, words.suffix.total),
    supported: agrees && !opposed,
    opposed,
    framed: prefix >= framing && beforeWeight >= telling && suffix >= framing && afterWeight >= telling,
    score: (quoteShare * quote + before * prefix + after * suffix) / (quoteShare + before + after),
  };
}

function wholly(agreement: number, total: number): boolean {
  return total === 0 || agreement > almost;
}

function shareOf(total: number): number {
  if (total === 0) return 0;
  return sideShare * Math.min(1, Math.max(leastShare, total / fullWeight));
}
