import { type Candidate, candidateAt, weighed } from "#lib/domain/anchoring/candidate.ts";
import { goingOn, widened } from "#lib/domain/anchoring/going-on.ts";
import type { QuoteWords } from "#lib/domain/anchoring/quote-words.ts";
import type { TextIndex } from "#lib/domain/anchoring/text-index.ts";
import type { Span } from "#lib/domain/span.ts";

/** The words all stand there, so that no other share of a longer figure makes the place unlikely. */
const leastQuote = 0.6;

/**
 * Weighs a place whose words are the quote's under the fold. Where a word or a figure goes on otherwise than the context
 * says, 15 being 15,000 now, the place is the whole of it, and not exact.
 */
export function standingWords(index: TextIndex, words: QuoteWords, span: Span): Candidate {
  const tokens = index.tokensIn(span);
  if (tokens.start === tokens.end) {
    return weighed(words, { span, quote: 1, exact: true, prefix: 0, suffix: 0, opposed: false });
  }
  const goes = goingOn(index, words.selector, span);
  if (goes !== "otherwise") {
    return { ...candidateAt(index, words, { tokens, span, quote: 1, exact: true }), inner: goes === "inner" };
  }
  const whole = widened(index, span);
  const { starts, ends } = index.tokens;
  let there = 0;
  for (let token = whole.start; token < whole.end; token += 1) there += index.weightOf(index.tokens, token);
  const quote = Math.max(leastQuote, Math.min(nearlyAll, (2 * words.exact.total) / (words.exact.total + there)));
  const place = { start: starts[whole.start] ?? span.start, end: ends[whole.end - 1] ?? span.end };
  return candidateAt(index, words, { tokens: whole, span: place, quote, exact: false });
}

const nearlyAll = 0.99;
