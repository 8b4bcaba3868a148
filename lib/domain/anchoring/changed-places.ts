import { alignWindow, type Pairs } from "#lib/domain/anchoring/align-window.ts";
import { type Candidate, candidateAt } from "#lib/domain/anchoring/candidate.ts";
import type { QuoteWords } from "#lib/domain/anchoring/quote-words.ts";
import type { TextIndex } from "#lib/domain/anchoring/text-index.ts";
import { votedWindows } from "#lib/domain/anchoring/voted-windows.ts";
import type { Work } from "#lib/domain/anchoring/work.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import type { Span } from "#lib/domain/span.ts";

/** `isCut` when the whole context stands together somewhere with nothing left of the quote between. */
export type ChangedPlaces = { readonly candidates: readonly Candidate[]; readonly isCut: boolean };

/** Where words of the quote, or all its surroundings, stand: the windows that its rare words point to, aligned. */
export function changedPlaces(index: TextIndex, words: QuoteWords, work: Work): ChangedPlaces {
  const candidates: Candidate[] = [];
  let isCut = false;
  for (const window of votedWindows(index, words)) {
    const pairs = alignWindow(index, words, { window, work });
    if (pairs === null) break;
    const tokens = rangeOf(words, pairs);
    if (tokens === null) continue;
    if (tokens.start === tokens.end) {
      isCut ||= isFramed(index, words, tokens);
      continue;
    }
    const candidate = candidateOf(index, words, { tokens, pairs });
    if (!candidates.some((other) => other.start === candidate.start && other.end === candidate.end)) {
      candidates.push(candidate);
    }
  }
  return { candidates, isCut };
}

function isFramed(index: TextIndex, words: QuoteWords, tokens: Span): boolean {
  const nothing = { start: index.tokens.starts[tokens.start] ?? index.tokens.text.length, quote: 0, exact: false };
  return candidateAt(index, words, { ...nothing, tokens, span: { start: nothing.start, end: nothing.start } }).framed;
}

function candidateOf(index: TextIndex, words: QuoteWords, at: { tokens: Span; pairs: Pairs }): Candidate {
  const { tokens: text } = index;
  const { tokens, pairs } = at;
  const span = { start: text.starts[tokens.start] ?? 0, end: text.ends[tokens.end - 1] ?? 0 };
  const exact = typographicFold(text.text.slice(span.start, span.end)) === words.fold;
  let kept = 0;
  for (const [word, token] of pairs.exact.entries()) if (token >= 0) kept += words.exact.weights[word] ?? 0;
  let there = 0;
  for (let token = tokens.start; token < tokens.end; token += 1) there += index.weightOf(text, token);
  const quote = exact ? 1 : Math.min(nearlyAll, (2 * kept) / (words.exact.total + there));
  return candidateAt(index, words, { tokens, span, quote, exact });
}

const nearlyAll = 0.99;

/**
 * The tokens that stand for the quote: from its first paired word to its last, widened over words that took the place of
 * unpaired ones at its ends. With no word paired, what stands between the prefix and the suffix. Null for neither.
 */
function rangeOf(words: QuoteWords, { prefix, exact, suffix }: Pairs): Span | null {
  const first = exact.findIndex((token) => token >= 0);
  const last = exact.findLastIndex((token) => token >= 0);
  const before = prefix.findLast((token) => token >= 0) ?? -1;
  const after = suffix.find((token) => token >= 0) ?? -1;
  if (first === -1) {
    if ((prefix.at(-1) ?? -1) < 0 || (suffix[0] ?? -1) < 0) return null;
    return after - before - 1 <= words.exact.tokens.count + 2 ? { start: before + 1, end: after } : null;
  }
  const start = exact[first] ?? 0;
  const end = (exact[last] ?? 0) + 1;
  const lead = before >= 0 ? Math.min(first, start - before - 1) : 0;
  const trail = after >= 0 ? Math.min(exact.length - 1 - last, after - end) : 0;
  return { start: start - lead, end: end + trail };
}
