import { contextScore, standsWithin } from "#lib/domain/anchoring/context-score.ts";
import { beginsToken, endsToken, type QuoteWords } from "#lib/domain/anchoring/quote-words.ts";
import type { TextIndex } from "#lib/domain/anchoring/text-index.ts";
import type { Span } from "#lib/domain/span.ts";

/** A side that agrees less than this disagrees, and a context of this weight is worth looking for elsewhere. */
const disagreeing = 0.4;
const telling = 0.4;

/** The agreement of one side. Where the quote begins or ends inside a word, the rest of the word is context. */
export function sideScore(index: TextIndex, words: QuoteWords, at: { tokens: Span; side: -1 | 1 }): number {
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

/**
 * A context that does not stand on its side of the place, but on the other side or in its midst, belongs to this passage
 * as its neighbour: what was quoted stood beyond it. So a passage that was deleted does not land on the next one, which
 * begins with the deleted one's suffix.
 */
export function isOpposed(
  index: TextIndex,
  words: QuoteWords,
  place: { readonly tokens: Span; readonly prefix: number; readonly suffix: number },
): boolean {
  const { start, end } = place.tokens;
  const before = words.prefix.to - words.prefix.from;
  const after = words.suffix.to - words.suffix.from;
  if (place.suffix < disagreeing && words.suffix.total >= telling) {
    if (standsWithin(index, words.suffix, { from: start - after - before, to: end - 1, side: 1 })) return true;
  }
  if (place.prefix < disagreeing && words.prefix.total >= telling) {
    if (standsWithin(index, words.prefix, { from: start + 1, to: end + after + before, side: -1 })) return true;
  }
  return false;
}
