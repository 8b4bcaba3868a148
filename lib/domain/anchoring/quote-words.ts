import type { Tokens } from "#lib/domain/alignment/tokens.ts";
import type { QuoteSelector } from "#lib/domain/anchoring/anchor.ts";
import type { TextIndex } from "#lib/domain/anchoring/text-index.ts";
import { typographicFold } from "#lib/domain/fold.ts";

/** Words of a selector with their weights. `[from, to)` are the tokens that count, `total` is their weight together. */
export type Words = {
  readonly tokens: Tokens;
  readonly from: number;
  readonly to: number;
  readonly weights: Float64Array;
  readonly total: number;
};

/** A quote as it is looked for: the fold of its words, and the tokens of its parts. */
export type QuoteWords = {
  readonly selector: QuoteSelector;
  readonly fold: string;
  readonly prefix: Words;
  readonly exact: Words;
  readonly suffix: Words;
};

/** How much of a prefix or suffix is used, nearest to the quote. */
const contextUnits = 256;
const contextTokens = 64;
/** The outermost word of a context is often cut in two; it counts for less. */
const outerShare = 0.3;

export function readQuote(index: TextIndex, selector: QuoteSelector): QuoteWords {
  const before = index.read(selector.prefix.slice(-contextUnits));
  const after = index.read(selector.suffix.slice(0, contextUnits));
  const exact = index.read(selector.exact);
  return {
    selector,
    fold: typographicFold(selector.exact),
    prefix: weigh(
      index,
      { tokens: before, from: Math.max(0, before.count - contextTokens), to: before.count },
      "first",
    ),
    exact: weigh(index, { tokens: exact, from: 0, to: exact.count }, "none"),
    suffix: weigh(index, { tokens: after, from: 0, to: Math.min(after.count, contextTokens) }, "last"),
  };
}

function weigh(
  index: TextIndex,
  part: { readonly tokens: Tokens; readonly from: number; readonly to: number },
  outer: "first" | "last" | "none",
): Words {
  const { tokens, from, to } = part;
  const weights = new Float64Array(tokens.count);
  let total = 0;
  for (let at = from; at < to; at += 1) {
    const isOuter = to - from > 1 && ((outer === "first" && at === from) || (outer === "last" && at === to - 1));
    const weight = index.weightOf(tokens, at) * (isOuter ? outerShare : 1);
    weights[at] = weight;
    total += weight;
  }
  return { ...part, weights, total };
}

/** Whether word `at` of a selector, cut at its beginning, is the end of token `token` of the text, letter by letter. */
export function endsToken(text: Tokens, token: number, words: Tokens, at: number): boolean {
  const start = words.starts[at] ?? 0;
  const length = (words.ends[at] ?? 0) - start;
  const end = text.ends[token] ?? 0;
  return end - length > (text.starts[token] ?? 0) && sameUnits(text.text, end - length, words.text, start, length);
}

/** Whether word `at` of a selector, cut at its end, is the beginning of token `token` of the text, letter by letter. */
export function beginsToken(text: Tokens, token: number, words: Tokens, at: number): boolean {
  const start = words.starts[at] ?? 0;
  const length = (words.ends[at] ?? 0) - start;
  const first = text.starts[token] ?? 0;
  return first + length < (text.ends[token] ?? 0) && sameUnits(text.text, first, words.text, start, length);
}

function sameUnits(a: string, from: number, b: string, start: number, length: number): boolean {
  if (from < 0) return false;
  for (let at = 0; at < length; at += 1) if (a.charCodeAt(from + at) !== b.charCodeAt(start + at)) return false;
  return true;
}
