import type { Alignment } from "#lib/domain/alignment/align-texts.ts";
import { neighboursOf, type TokenRange } from "#lib/domain/alignment/image-cluster.ts";
import { isOnlyOne } from "#lib/domain/alignment/only-one.ts";
import { endsSentence, sentenceAround } from "#lib/domain/alignment/sentence-ends.ts";
import type { Tokens } from "#lib/domain/alignment/tokens.ts";

type Aligned = Extract<Alignment, { kind: "aligned" }>;

const fewest = 3;
/** Full stops and small words stand beside any sentence. */
const leastWeight = 0.8;
/** A shorter sentence may be said again elsewhere. */
const longSentence = 8;

type Moved = { readonly sentence: TokenRange; readonly first: number; readonly last: number; readonly image: Image };
type Image = { readonly first: number; readonly last: number };

/** The sentence of a range and the place where most of it stands now; null when it is torn apart. */
function movedSentence({ older, pairing }: Aligned, range: TokenRange): Moved | null {
  const sentence = sentenceAround(older, range);
  let first = sentence.p;
  while (first < sentence.q && pairing.toNew[first] === -1) first += 1;
  let last = sentence.q - 1;
  while (last > first && pairing.toNew[last] === -1) last -= 1;
  const image = { first: pairing.toNew[first] ?? -1, last: pairing.toNew[last] ?? -1 };
  const isTorn = image.last - image.first > (last - first) * 2 + 8;
  return image.first === -1 || image.last < image.first || isTorn ? null : { sentence, first, last, image };
}

/** Whether words of the sentences beside its own moved with a range. */
export function movedWithNeighbours(alignment: Aligned, range: TokenRange): boolean {
  const found = movedSentence(alignment, range);
  if (found === null) return false;
  const { came } = neighboursOf(alignment.pairing, found.sentence, found.image);
  const weight = came.reduce((sum, i) => sum + (alignment.weights[alignment.older.ids[i] ?? 0] ?? 0), 0);
  return came.length >= fewest && weight >= leastWeight;
}

/**
 * Whether a range moved with a paragraph of its own, or with the whole of a long sentence, word for word, that is
 * certainly gone from where it stood and has no twin in either text.
 */
export function movedAlone(alignment: Aligned, range: TokenRange): boolean {
  const { older, newer, pairing } = alignment;
  const found = movedSentence(alignment, range);
  if (found === null) return false;
  const { sentence, first, last, image } = found;
  const slack = { before: first - sentence.p + 2, after: sentence.q - 1 - last + 2 };
  if (isParted(older, sentence.p) && isParted(older, sentence.q) && isPartedNear(newer, image, slack)) return true;
  const isWhole = isWholeSentence(newer, image) && isWordForWord(pairing.toNew, sentence);
  return isWhole && hasLeft(pairing.toNew, sentence) && isOnlyOne(alignment, sentence, image);
}

function isWordForWord(toNew: Int32Array, { p, q }: TokenRange): boolean {
  if (q - p < longSentence) return false;
  for (let i = p; i < q; i += 1) if (toNew[i] === -1 || (toNew[i] ?? 0) - (toNew[p] ?? 0) !== i - p) return false;
  return true;
}

/** Whether its old neighbours have closed ranks: otherwise an edited original may stand between them still. */
function hasLeft(toNew: Int32Array, { p, q }: TokenRange): boolean {
  let left = p - 1;
  while (left >= 0 && p - left < 8 && toNew[left] === -1) left -= 1;
  let right = q;
  while (right < toNew.length && right - q < 8 && toNew[right] === -1) right += 1;
  const step = (toNew[right] ?? -1) - (toNew[left] ?? -1);
  return toNew[left] !== -1 && step > 0 && step <= p - left + (right - q) + Math.max(3, (q - p) * 0.3);
}

function isWholeSentence(newer: Tokens, image: { first: number; last: number }): boolean {
  const begins = isParted(newer, image.first) || endsSentence(newer, image.first - 1);
  return begins && (isParted(newer, image.last + 1) || endsSentence(newer, image.last));
}

/** Whether a line ends before a token. */
function isParted({ breaks, count }: Tokens, at: number): boolean {
  return at <= 0 || at >= count || breaks[at] === 1;
}

type Slack = { readonly before: number; readonly after: number };

function isPartedNear(tokens: Tokens, image: { first: number; last: number }, { before, after }: Slack): boolean {
  let from = image.first;
  while (image.first - from < before && !isParted(tokens, from)) from -= 1;
  let to = image.last + 1;
  while (to - image.last - 1 < after && !isParted(tokens, to)) to += 1;
  return isParted(tokens, from) && isParted(tokens, to);
}
