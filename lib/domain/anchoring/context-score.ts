import { beginsToken, endsToken, type Words } from "#lib/domain/anchoring/quote-words.ts";
import type { TextIndex } from "#lib/domain/anchoring/text-index.ts";

/** How many words of the text may stand between a context and its quote, or have been put into it. */
const slack = 4;
const skipCost = 0.05;
const nearlyWhole = 0.8;

/** Where a context ends: a token of the text, and the side of it on which the context's words stand. */
type Edge = { readonly edge: number; readonly side: -1 | 1 };

/**
 * How well the words before token `edge` of the text are the prefix (`side` is -1), or those from it on the suffix
 * (`side` is 1): 1 when they are the same, word for word; 0 for other words, and for an empty context.
 */
export function contextScore(index: TextIndex, words: Words, at: Edge): number {
  const size = words.to - words.from;
  if (size === 0 || words.total === 0) return 0;
  return straightWords(index, words, at) === size ? 1 : aligned(index, words, at);
}

/** The share of the words, by weight, that agree without a gap from the quote outwards. */
export function straightScore(index: TextIndex, words: Words, at: Edge): number {
  const same = straightWords(index, words, at);
  let sum = 0;
  for (let row = 0; row < same; row += 1) sum += words.weights[wordOf(words, at.side, row)] ?? 0;
  return words.total === 0 ? 0 : sum / words.total;
}

function straightWords({ tokens: text }: TextIndex, words: Words, { edge, side }: Edge): number {
  const size = words.to - words.from;
  const ids = words.tokens.ids;
  const word = side < 0 ? words.to - 1 : words.from;
  const token = side < 0 ? edge - 1 : edge;
  let row = 0;
  while (row < size && ids[word + side * row] === text.ids[token + side * row]) row += 1;
  return row === size - 1 && isCutAt(text, words, { token: token + side * row, side }) ? size : row;
}

function wordOf(words: Words, side: -1 | 1, row: number): number {
  return side < 0 ? words.to - 1 - row : words.from + row;
}

/** Whether the outermost word of the context, cut in two as it often is, is a part of this token of the text. */
function isCutAt(
  text: TextIndex["tokens"],
  words: Words,
  at: { readonly token: number; readonly side: -1 | 1 },
): boolean {
  if (at.token < 0 || at.token >= text.count) return false;
  return at.side < 0
    ? endsToken(text, at.token, words.tokens, words.from)
    : beginsToken(text, at.token, words.tokens, words.to - 1);
}

function aligned({ tokens: text }: TextIndex, words: Words, { edge, side }: Edge): number {
  const size = words.to - words.from;
  const columns = size + slack;
  let above = Float64Array.from({ length: columns + 1 }, (_, column) => -skipCost * column);
  let current = new Float64Array(columns + 1);
  let best = 0;
  for (let row = 0; row < size; row += 1) {
    const word = wordOf(words, side, row);
    const id = words.tokens.ids[word];
    const weight = words.weights[word] ?? 0;
    current.fill(Number.NEGATIVE_INFINITY);
    current[0] = above[0] ?? 0;
    const last = Math.min(columns, row + 1 + slack);
    for (let column = Math.max(1, row + 1 - slack); column <= last; column += 1) {
      const token = side < 0 ? edge - column : edge + column - 1;
      const isSame = id === text.ids[token] || (row === size - 1 && isCutAt(text, words, { token, side }));
      const paired = isSame ? (above[column - 1] ?? 0) + weight : Number.NEGATIVE_INFINITY;
      const score = Math.max(paired, above[column] ?? 0, (current[column - 1] ?? 0) - skipCost);
      current[column] = score;
      if (score > best) best = score;
    }
    [above, current] = [current, above];
  }
  return Math.min(1, best / words.total);
}

/** Whether these very words stand, nearly whole, so that they end (-1) or begin (1) at a token of `[from, to]`. */
export function standsWithin(
  index: TextIndex,
  words: Words,
  range: { readonly from: number; readonly to: number; readonly side: -1 | 1 },
): boolean {
  const { side } = range;
  const first = words.tokens.ids[wordOf(words, side, 0)];
  for (let edge = Math.max(0, range.from); edge <= range.to; edge += 1) {
    if (index.tokens.ids[side < 0 ? edge - 1 : edge] !== first) continue;
    if (straightScore(index, words, { edge, side }) >= nearlyWhole) return true;
  }
  return false;
}
