import type { Tokens } from "#lib/domain/alignment/tokens.ts";
import { endOfFigure, goesOnAfter, goesOnBefore } from "#lib/domain/anchoring/figures.ts";
import type { QuoteWords } from "#lib/domain/anchoring/quote-words.ts";
import type { TextIndex } from "#lib/domain/anchoring/text-index.ts";
import type { Span } from "#lib/domain/span.ts";

/** Of a place: the weight of the quote's words that stand there, and their share of the words of both, 0 to 1. */
export type Kept = { readonly weight: number; readonly share: number };

/**
 * How much of the quote is kept where its words were paired with some of these tokens of the text. A figure is one word,
 * kept whole or not at all: 1.8 keeps nothing of 1.9.
 */
export function keptOf(
  index: TextIndex,
  { exact: words }: QuoteWords,
  { paired, tokens }: { readonly paired: Int32Array; readonly tokens: Span },
): Kept {
  let weight = 0;
  let all = 0;
  for (const word of wordsIn(index, words.tokens, { start: 0, end: words.tokens.count })) {
    all += word.weight;
    if (word.end === word.start + 1 ? (paired[word.start] ?? -1) >= 0 : isWholly(index, paired, word)) {
      weight += word.weight;
    }
  }
  for (const word of wordsIn(index, index.tokens, tokens)) all += word.weight;
  return { weight, share: (2 * weight) / all };
}

/** The words and figures of some tokens; a figure weighs as much as its heaviest part. */
function* wordsIn(
  index: TextIndex,
  tokens: Tokens,
  { start, end }: Span,
): Generator<Span & { readonly weight: number }> {
  for (let first = start; first < end; ) {
    const last = Math.min(end, endOfFigure(tokens, first));
    let weight = 0;
    for (let at = first; at < last; at += 1) weight = Math.max(weight, index.weightOf(tokens, at));
    yield { start: first, end: last, weight };
    first = last;
  }
}

function isWholly({ tokens }: TextIndex, paired: Int32Array, { start, end }: Span): boolean {
  const first = paired[start] ?? -1;
  for (let word = start; word < end; word += 1) if (first < 0 || paired[word] !== first + word - start) return false;
  return !goesOnBefore(tokens, first) && !goesOnAfter(tokens, first + end - start - 1);
}

/** No more than this weight of the quote's words can stand among some tokens of the text. */
export function mostKept(index: TextIndex, { exact: words }: QuoteWords, among: Span): number {
  const there = new Set(index.tokens.ids.subarray(Math.max(0, among.start), Math.max(0, among.end)));
  let most = 0;
  for (let word = 0; word < words.tokens.count; word += 1) {
    if (there.has(words.tokens.ids[word] ?? -1)) most += words.weights[word] ?? 0;
  }
  return most;
}
