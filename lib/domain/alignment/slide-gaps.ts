import type { Pairing } from "#lib/domain/alignment/pairing.ts";
import { endsSentence, isSign } from "#lib/domain/alignment/sentence-ends.ts";
import type { Tokens } from "#lib/domain/alignment/tokens.ts";

const farthest = 200;

/** One text and where its tokens stand in the other; `moved` of the older text goes with its tokens. */
type Side = { readonly tokens: Tokens; readonly toOther: Int32Array; readonly moved: Uint8Array | null };

/**
 * Where words were only taken out or only put in, the place of the gap is often not determined ("The cat sat. The dog
 * ran." without its first sentence could also have lost "cat sat. The"). Slides such gaps to where a paragraph or a
 * sentence begins.
 */
export function slideGaps({ toNew, toOld, moved }: Pairing, older: Tokens, newer: Tokens): void {
  slideSide({ tokens: older, toOther: toNew, moved }, toOld);
  slideSide({ tokens: newer, toOther: toOld, moved: null }, toNew);
}

function slideSide(side: Side, back: Int32Array): void {
  const { toOther } = side;
  for (let p = 1; p < toOther.length; p += 1) {
    if (toOther[p] !== -1 || toOther[p - 1] === -1) continue;
    let q = p + 1;
    while (q < toOther.length && toOther[q] === -1) q += 1;
    if (q < toOther.length && toOther[q] === (toOther[p - 1] ?? 0) + 1) slideGap(side, back, { p, q });
    p = q;
  }
}

/** The gap `[p, q)` lies between two tokens that are neighbours in the other text. */
function slideGap({ tokens, toOther, moved }: Side, back: Int32Array, { p, q }: { p: number; q: number }): void {
  const { ids } = tokens;
  const left = toOther[p - 1] ?? 0;
  let best = 0;
  let bestScore = scoreOf(tokens, p, q);
  for (let k = 1; k <= farthest && p - k >= 0; k += 1) {
    if (ids[p - k] !== ids[q - k] || toOther[p - k] !== left - k + 1) break;
    const score = scoreOf(tokens, p - k, q - k);
    if (score > bestScore) [best, bestScore] = [-k, score];
  }
  for (let k = 1; k <= farthest && q + k <= ids.length; k += 1) {
    if (ids[p + k - 1] !== ids[q + k - 1] || toOther[q + k - 1] !== left + k) break;
    const score = scoreOf(tokens, p + k, q + k);
    if (score > bestScore) [best, bestScore] = [k, score];
  }
  const shift = (from: number, to: number) => {
    const other = toOther[from] ?? -1;
    toOther[to] = other;
    toOther[from] = -1;
    back[other] = to;
    if (moved === null) return;
    moved[to] = moved[from] ?? 0;
    moved[from] = 0;
  };
  for (let k = 1; k <= -best; k += 1) shift(p - k, q - k);
  for (let k = 0; k < best; k += 1) shift(q + k, p + k);
}

/** How well a gap `[p, q)` fits between the passages of its text. */
function scoreOf({ breaks, ...tokens }: Tokens, p: number, q: number): number {
  const lines = (breaks[p] ?? 0) + (q < breaks.length ? (breaks[q] ?? 0) : 1);
  return lines * 2 + (endsSentence(tokens, p - 1) ? 3 : 0) + (isSign(tokens, p - 1) ? 1 : 0);
}
