import { beginsToken, endsToken, type Words } from "#lib/domain/anchoring/quote-words.ts";
import type { TextIndex } from "#lib/domain/anchoring/text-index.ts";

/** How many words of the text may stand between a context and its quote, or have been put into it. */
const slack = 4;
const skipCost = 0.05;

/**
 * How well the words before token `edge` of the text are the prefix (`side` is -1), or those from it on the suffix
 * (`side` is 1): 1 when they are the same, word for word; 0 for other words, and for an empty context.
 */
export function contextScore(index: TextIndex, words: Words, at: { edge: number; side: -1 | 1 }): number {
  const size = words.to - words.from;
  if (size === 0 || words.total === 0) return 0;
  let same = 0;
  while (same < size && weightAt(index, words, { ...at, row: same, column: same }) > 0) same += 1;
  return same === size ? 1 : aligned(index, words, at);
}

/** The same without the quadratic part: the weight of the words that agree without a gap, from the quote outwards. */
export function straightScore(index: TextIndex, words: Words, at: { edge: number; side: -1 | 1 }): number {
  const size = words.to - words.from;
  let sum = 0;
  for (let row = 0; row < size; row += 1) {
    const weight = weightAt(index, words, { ...at, row, column: row });
    if (weight === 0) break;
    sum += weight;
  }
  return words.total === 0 ? 0 : sum / words.total;
}

type Cell = { readonly edge: number; readonly side: -1 | 1; readonly row: number; readonly column: number };

/** The weight of the word `row` steps from the quote when it is the word of the text `column` steps away, else 0. */
function weightAt({ tokens: text }: TextIndex, words: Words, { edge, side, row, column }: Cell): number {
  const word = side < 0 ? words.to - 1 - row : words.from + row;
  const token = side < 0 ? edge - 1 - column : edge + column;
  if (token < 0 || token >= text.count) return 0;
  if (words.tokens.ids[word] === text.ids[token]) return words.weights[word] ?? 0;
  if (row !== words.to - words.from - 1) return 0;
  const cut = side < 0 ? endsToken(text, token, words.tokens, word) : beginsToken(text, token, words.tokens, word);
  return cut ? (words.weights[word] ?? 0) : 0;
}

function aligned(index: TextIndex, words: Words, at: { edge: number; side: -1 | 1 }): number {
  const size = words.to - words.from;
  const columns = size + slack;
  let above = Float64Array.from({ length: columns + 1 }, (_, column) => -skipCost * column);
  let best = 0;
  for (let row = 0; row < size; row += 1) {
    const current = new Float64Array(columns + 1).fill(Number.NEGATIVE_INFINITY);
    current[0] = above[0] ?? 0;
    const last = Math.min(columns, row + 1 + slack);
    for (let column = Math.max(1, row + 1 - slack); column <= last; column += 1) {
      const weight = weightAt(index, words, { ...at, row, column: column - 1 });
      const paired = weight > 0 ? (above[column - 1] ?? 0) + weight : Number.NEGATIVE_INFINITY;
      const score = Math.max(paired, above[column] ?? 0, (current[column - 1] ?? 0) - skipCost);
      current[column] = score;
      if (score > best) best = score;
    }
    above = current;
  }
  return Math.min(1, best / words.total);
}

/** Whether these very words stand, nearly whole, so that they end (-1) or begin (1) at a token of `[from, to]`. */
export function standsWithin(
  index: TextIndex,
  words: Words,
  range: { readonly from: number; readonly to: number; readonly side: -1 | 1 },
): boolean {
  for (let edge = Math.max(0, range.from); edge <= range.to; edge += 1) {
    if (straightScore(index, words, { edge, side: range.side }) >= nearlyWhole) return true;
  }
  return false;
}

const nearlyWhole = 0.8;
