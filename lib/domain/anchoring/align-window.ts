import type { QuoteWords, Words } from "#lib/domain/anchoring/quote-words.ts";
import { beginsToken, endsToken } from "#lib/domain/anchoring/quote-words.ts";
import type { TextIndex } from "#lib/domain/anchoring/text-index.ts";
import type { Window } from "#lib/domain/anchoring/voted-windows.ts";
import type { Work } from "#lib/domain/anchoring/work.ts";

/** For each word of a part, the token of the text it was paired with, or -1. */
export type Pairs = { readonly prefix: Int32Array; readonly exact: Int32Array; readonly suffix: Int32Array };

const skipCost = 0.04;
const cutShare = 0.9;
const pair = 1;
const skipWord = 2;

/**
 * The heaviest pairing, in order, of a selector's words with those of the text about a window. It takes a band of at most
 * 136 tokens for each word; null when the file's steps are used up.
 */
export function alignWindow(index: TextIndex, words: QuoteWords, at: { window: Window; work: Work }): Pairs | null {
  const parts = [words.prefix, words.exact, words.suffix];
  const rows = parts.reduce((sum, part) => sum + part.to - part.from, 0);
  const slack = 6 + Math.min(32, rows >> 2);
  const first = at.window.low - slack;
  const width = at.window.high + slack - first + 1;
  at.work.spend(rows * width);
  if (at.work.isDone) return null;
  const ways = new Uint8Array(rows * width);
  let scores = new Float64Array(width + 1);
  scores[width] = Number.NEGATIVE_INFINITY;
  let row = 0;
  for (const part of parts) {
    for (let word = part.from; word < part.to; word += 1) {
      const next = new Float64Array(width + 1).fill(Number.NEGATIVE_INFINITY);
      for (let column = 0; column < width; column += 1) {
        const weight = weightAt(index, part, { word, token: first + row + column, part: parts.indexOf(part) });
        const paired = weight > 0 ? (scores[column] ?? 0) + weight : Number.NEGATIVE_INFINITY;
        const without = scores[column + 1] ?? Number.NEGATIVE_INFINITY;
        const beside = column > 0 ? (next[column - 1] ?? 0) - skipCost : Number.NEGATIVE_INFINITY;
        next[column] = Math.max(paired, without, beside);
        if (paired >= without && paired >= beside && weight > 0) ways[row * width + column] = pair;
        else if (without >= beside) ways[row * width + column] = skipWord;
      }
      scores = next;
      row += 1;
    }
  }
  return pairsOf(words, { ways, width, first, column: highest(scores, width) });
}

/** In row `r`, column `c` stands for the token `first + r + c`: straight down the band is one word, one token. */
function pairsOf(
  words: QuoteWords,
  path: { readonly ways: Uint8Array; readonly width: number; readonly first: number; readonly column: number },
): Pairs {
  const parts = [words.prefix, words.exact, words.suffix];
  const paired = parts.map((part) => new Int32Array(part.to - part.from).fill(-1));
  let row = parts.reduce((sum, part) => sum + part.to - part.from, 0) - 1;
  let column = path.column;
  for (let part = parts.length - 1; part >= 0; part -= 1) {
    const found = paired[part] ?? new Int32Array(0);
    for (let word = found.length - 1; word >= 0; row -= 1, word -= 1) {
      while (column > 0 && path.ways[row * path.width + column] === 0) column -= 1;
      const way = path.ways[row * path.width + column];
      if (way === pair) found[word] = path.first + row + column;
      else column += 1;
    }
  }
  const [prefix, exact, suffix] = paired;
  const none = new Int32Array(0);
  return { prefix: prefix ?? none, exact: exact ?? none, suffix: suffix ?? none };
}

function highest(scores: Float64Array, width: number): number {
  let best = 0;
  for (let column = 1; column < width; column += 1) if ((scores[column] ?? 0) > (scores[best] ?? 0)) best = column;
  return best;
}

function weightAt(
  { tokens: text }: TextIndex,
  words: Words,
  { word, token, part }: { readonly word: number; readonly token: number; readonly part: number },
): number {
  if (token < 0 || token >= text.count) return 0;
  const weight = words.weights[word] ?? 0;
  if (words.tokens.ids[word] === text.ids[token]) return weight;
  const isFirst = word === words.from && part <= 1;
  const isLast = word === words.to - 1 && part >= 1;
  const cut =
    (isFirst && endsToken(text, token, words.tokens, word)) || (isLast && beginsToken(text, token, words.tokens, word));
  return cut ? weight * cutShare : 0;
}
