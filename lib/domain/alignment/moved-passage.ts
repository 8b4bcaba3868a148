import type { Alignment } from "#lib/domain/alignment/align-texts.ts";
import { neighboursOf, type TokenRange } from "#lib/domain/alignment/image-cluster.ts";
import { sentenceAround } from "#lib/domain/alignment/sentence-ends.ts";
import type { Tokens } from "#lib/domain/alignment/tokens.ts";

type Aligned = Extract<Alignment, { kind: "aligned" }>;

const fewest = 3;
/** Full stops and small words stand beside any sentence. */
const leastWeight = 0.8;

/**
 * Whether more than the sentence around a range moved with it: words of the sentences beside it, or the sentence is a
 * paragraph of its own before and after. A single sentence that stands elsewhere may be a copy of one that is gone.
 */
export function movedWithPassage({ older, newer, pairing, weights }: Aligned, range: TokenRange): boolean {
  const sentence = sentenceAround(older, range);
  let first = sentence.p;
  while (first < sentence.q && pairing.toNew[first] === -1) first += 1;
  let last = sentence.q - 1;
  while (last > first && pairing.toNew[last] === -1) last -= 1;
  const image = { first: pairing.toNew[first] ?? -1, last: pairing.toNew[last] ?? -1 };
  const isTorn = image.last - image.first > (last - first) * 2 + 8;
  if (image.first === -1 || image.last < image.first || isTorn) return false;
  const { came } = neighboursOf(pairing, sentence, image);
  const weight = came.reduce((sum, i) => sum + (weights[older.ids[i] ?? 0] ?? 0), 0);
  if (came.length >= fewest && weight >= leastWeight) return true;
  const slack = { before: first - sentence.p + 2, after: sentence.q - 1 - last + 2 };
  return isParted(older, sentence.p) && isParted(older, sentence.q) && isPartedNear(newer, image, slack);
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
