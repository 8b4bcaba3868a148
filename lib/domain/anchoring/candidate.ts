import { contextScore, standsWithin } from "#lib/domain/anchoring/context-score.ts";
import { beginsToken, endsToken, type QuoteWords } from "#lib/domain/anchoring/quote-words.ts";
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
  const prefix = besideScore(index, words, { tokens: place.tokens, side: -1 });
  const suffix = besideScore(index, words, { tokens: place.tokens, side: 1 });
  const opposed = isOpposed(index, words, { tokens: place.tokens, prefix, suffix });
  return weighed(words, { ...place, prefix, suffix, opposed });
}

/** The agreement of one side. Where the quote begins or ends inside a word, the rest of the word is context. */
function besideScore(index: TextIndex, words: QuoteWords, at: { tokens: Span; side: -1 | 1 }): number {
  const { tokens, side } = at;
  const context = side < 0 ? words.prefix : words.suffix;
  const edge = side < 0 ? tokens.start : tokens.end;
  const cut = restOfWord(index, words, at);
  if (cut === null || context.total === 0) return contextScore(index, context, { edge, side });
  const nearest = side < 0 ? context.to - 1 : context.from;
  const weight = context.weights[nearest] ?? 0;
  const word = context.tokens.text.slice(context.tokens.starts[nearest] ?? 0, context.tokens.ends[nearest] ?? 0);
  const isSame = side < 0 ? cut.endsWith(word) || word.endsWith(cut) : cut.startsWith(word) || word.startsWith(cut);
  const others =
    side < 0
      ? { ...context, to: nearest, total: context.total - weight }
      : { ...context, from: nearest + 1, total: context.total - weight };
  const agreed = contextScore(index, others, { edge, side }) * others.total + (isSame ? weight : 0);
  return agreed / context.total;
}

/** What is left of the word of the text in which the quote begins or ends; null when it does so between words. */
function restOfWord(index: TextIndex, words: QuoteWords, at: { tokens: Span; side: -1 | 1 }): string | null {
  const { tokens: text } = index;
  const { tokens: quote } = words.exact;
  const token = at.side < 0 ? at.tokens.start : at.tokens.end - 1;
  const word = at.side < 0 ? 0 : quote.count - 1;
  if (text.ids[token] === quote.ids[word]) return null;
  const start = text.starts[token] ?? 0;
  const end = text.ends[token] ?? 0;
  const length = (quote.ends[word] ?? 0) - (quote.starts[word] ?? 0);
  if (at.side < 0) return endsToken(text, token, quote, word) ? text.text.slice(start, end - length) : null;
  return beginsToken(text, token, quote, word) ? text.text.slice(start + length, end) : null;
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
  return total === 0 || agreement > almost;
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
