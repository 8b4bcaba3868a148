import { type Pairing, type Range, trimmed, unpair } from "#lib/domain/alignment/pairing.ts";
import { endsSentence } from "#lib/domain/alignment/sentence-ends.ts";
import type { Tokens } from "#lib/domain/alignment/tokens.ts";

const farthest = 400;

/**
 * Pairs what two texts begin and end with, in whole sentences: a last full stop alone, or a first word, may belong to a
 * passage that came from elsewhere. What is left between.
 */
export function trimmedToSentences(pairing: Pairing, older: Tokens): Range {
  const { toNew, toOld } = pairing;
  let { a0, a1, b0, b1 } = trimmed(pairing, { a0: 0, a1: toNew.length, b0: 0, b1: toOld.length });
  for (let back = 0; back < farthest && a0 > 0 && !isStart(older, a0); back += 1) {
    a0 -= 1;
    b0 -= 1;
    unpair(pairing, a0);
  }
  for (let on = 0; on < farthest && a1 < toNew.length && !isStart(older, a1); on += 1) {
    unpair(pairing, a1);
    a1 += 1;
    b1 += 1;
  }
  return { a0, a1, b0, b1 };
}

function isStart(tokens: Tokens, at: number): boolean {
  return tokens.breaks[at] === 1 || endsSentence(tokens, at - 1);
}
