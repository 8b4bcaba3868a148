import type { QuoteWords, Words } from "#lib/domain/anchoring/quote-words.ts";
import { beginsToken, endsToken } from "#lib/domain/anchoring/quote-words.ts";
import type { TextIndex } from "#lib/domain/anchoring/text-index.ts";
import type { Window } from "#lib/domain/anchoring/voted-windows.ts";
import type { Work } from "#lib/domain/anchoring/work.ts";
import type { Span } from "#lib/domain/span.ts";

/** For each word of a part, the token of the text it was paired with, or -1. */
export type Pairs = { readonly prefix: Int32Array; readonly exact: Int32Array; readonly suffix: Int32Array };

const skipCost = 0.04;
const cutShare = 0.9;
const skipToken = 0;
const pair = 1;
const skipWord = 2;

/**
 * The heaviest pairing, in order, of a selector's words with those of the text about a window. It takes a band of at most
 * 136 tokens for each word, for those of the quote none outside `limits`; null when the file's steps are used up.
 */
export function alignWindow(
  index: TextIndex,
  words: QuoteWords,
  at: { readonly window: Window; readonly limits: Span; readonly work: Work },
): Pairs | null {
  const rows = rowsOf(words);
  const slack = 6 + Math.min(32, rows.length >> 2);
  const first = at.window.low - slack;
  const width = at.window.high + slack - first + 1;
  at.work.spend(rows.length * width);
  if (at.work.isDone) return null;
  const { ids, count } = index.tokens;
  const ways = new Uint8Array(rows.length * width);
  let scores = new Float64Array(width + 1);
  let next = new Float64Array(width + 1);
  scores[width] = Number.NEGATIVE_INFINITY;
  next[width] = Number.NEGATIVE_INFINITY;
  for (const [number, row] of rows.entries()) {
    const low = row.words === words.exact ? at.limits.start : 0;
    const high = row.words === words.exact ? at.limits.end : count;
    let beside = Number.NEGATIVE_INFINITY;
    for (let column = 0; column < width; column += 1) {
      const token = first + number + column;
      const isThere = token >= low && token < high;
      let best = scores[column + 1] ?? 0;
      let way = skipWord;
      if (beside - skipCost > best) {
        best = beside - skipCost;
        way = skipToken;
      }
      const weight = !isThere ? 0 : ids[token] === row.id ? row.weight : row.isEdge ? cutWeight(index, row, token) : 0;
      const paired = (scores[column] ?? 0) + weight;
      if (weight > 0 && paired >= best) {
        best = paired;
        way = pair;
      }
      next[column] = best;
      ways[number * width + column] = way;
      beside = best;
    }
    [scores, next] = [next, scores];
  }
  return pairsOf(words, { ways, width, first, column: highest(scores, width) });
}

type Row = {
  readonly id: number;
  readonly weight: number;
  readonly words: Words;
  readonly word: number;
  /** The first or last word of the context or the quote, which may be cut in two. */
  readonly isEdge: boolean;
};

function rowsOf({ prefix, exact, suffix }: QuoteWords): Row[] {
  return [prefix, exact, suffix].flatMap((words) => {
    const rows: Row[] = [];
    for (let word = words.from; word < words.to; word += 1) {
      const isEdge = (word === words.from && words !== suffix) || (word === words.to - 1 && words !== prefix);
      rows.push({ id: words.tokens.ids[word] ?? -1, weight: words.weights[word] ?? 0, words, word, isEdge });
    }
    return rows;
  });
}

/** What a row weighs on a token that is not its word but holds it: the end of it, or the beginning. */
function cutWeight({ tokens }: TextIndex, { words, word, weight }: Row, token: number): number {
  const isCut =
    (word === words.from && endsToken(tokens, token, words.tokens, word)) ||
    (word === words.to - 1 && beginsToken(tokens, token, words.tokens, word));
  return isCut ? weight * cutShare : 0;
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
      while (column > 0 && path.ways[row * path.width + column] === skipToken) column -= 1;
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
