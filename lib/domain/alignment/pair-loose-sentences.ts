import { pairRange } from "#lib/domain/alignment/pair-range.ts";
import { type Pairing, unpair } from "#lib/domain/alignment/pairing.ts";
import { sentenceAround } from "#lib/domain/alignment/sentence-ends.ts";
import type { Budget } from "#lib/domain/alignment/shortest-edit.ts";
import type { Tokens } from "#lib/domain/alignment/tokens.ts";

type Sentence = { readonly p: number; readonly q: number; readonly weight: number };

/** Less of the heavier sentence's weight than this in common, and they are two sentences. */
const leastShared = 0.5;
/** A second candidate has to be this much worse. */
const margin = 1.25;
const fewestWords = 2;
const longest = 200;
/** A word that is met more often, or stands in more loose sentences, tells nothing about them. */
const telling = 0.15;
const mostHolders = 24;

/**
 * Pairs sentences that moved and were edited, or are too short for a passage: what is unpaired in one text with what is
 * unpaired in the other, by the words they share, where each is the other's best by a margin.
 */
export function pairLooseSentences(
  pairing: Pairing,
  texts: { readonly older: Tokens; readonly newer: Tokens },
  { weights, budget }: { readonly weights: Float32Array; readonly budget: Budget },
): void {
  const older = looseSentences(texts.older, pairing.toNew, weights);
  const newer = looseSentences(texts.newer, pairing.toOld, weights);
  if (older.length === 0 || newer.length === 0) return;
  const inNewer = holdersOf(newer, texts.newer.ids, weights);
  const inOlder = holdersOf(older, texts.older.ids, weights);
  for (const [from, one] of older.entries()) {
    const to = bestMatch(one, { ids: texts.older.ids, weights, holders: inNewer, sentences: newer });
    const other = newer[to];
    if (other === undefined) continue;
    if (bestMatch(other, { ids: texts.newer.ids, weights, holders: inOlder, sentences: older }) !== from) continue;
    release(pairing, one, other);
    pairRange(pairing, { a0: one.p, a1: one.q, b0: other.p, b1: other.q }, budget);
    for (let i = one.p; i < one.q; i += 1) if (pairing.toNew[i] !== -1) pairing.moved[i] = 1;
  }
}

/** Sentences of which at most half the words are paired. */
function looseSentences(tokens: Tokens, toOther: Int32Array, weights: Float32Array): Sentence[] {
  const sentences: Sentence[] = [];
  for (let at = 0; at < tokens.count; at += 1) {
    if (toOther[at] !== -1 || (at + 1 < tokens.count && toOther[at + 1] !== -1)) continue;
    const { p, q } = sentenceAround(tokens, { p: at, q: at + 1 });
    at = q - 1;
    if (q - p < fewestWords || q - p > longest) continue;
    let paired = 0;
    let weight = 0;
    for (let k = p; k < q; k += 1) {
      if (toOther[k] !== -1) paired += 1;
      const own = weights[tokens.ids[k] ?? 0] ?? 0;
      if (own >= telling) weight += own;
    }
    if (paired * 2 <= q - p && weight > 0) sentences.push({ p, q, weight });
  }
  return sentences;
}

/** For each word that tells something, the sentences that hold it. */
function holdersOf(sentences: readonly Sentence[], ids: Int32Array, weights: Float32Array): Map<number, number[]> {
  const holders = new Map<number, number[]>();
  for (const [index, { p, q }] of sentences.entries()) {
    for (let at = p; at < q; at += 1) {
      const id = ids[at] ?? 0;
      if ((weights[id] ?? 0) < telling) continue;
      const known = holders.get(id);
      if (known === undefined) holders.set(id, [index]);
      else if (known.at(-1) !== index && known.length <= mostHolders) known.push(index);
    }
  }
  return holders;
}

type Search = {
  readonly ids: Int32Array;
  readonly weights: Float32Array;
  readonly holders: ReadonlyMap<number, readonly number[]>;
  readonly sentences: readonly Sentence[];
};

/** The sentence of the other side that shares most of a sentence's weight, if it is the best by a margin; else -1. */
function bestMatch({ p, q, weight }: Sentence, { ids, weights, holders, sentences }: Search): number {
  const shared = new Map<number, number>();
  for (let at = p; at < q; at += 1) {
    const id = ids[at] ?? 0;
    const holding = holders.get(id);
    if (holding === undefined || holding.length > mostHolders) continue;
    for (const other of holding) shared.set(other, (shared.get(other) ?? 0) + (weights[id] ?? 0));
  }
  let [first, second, target] = [0, 0, -1];
  for (const [other, value] of shared) {
    const score = value / Math.max(weight, sentences[other]?.weight ?? weight);
    if (score > first) [first, second, target] = [score, first, other];
    else if (score > second) second = score;
  }
  return first >= leastShared && first >= second * margin ? target : -1;
}

/** Chance pairs of the two sentences with other words give way. */
function release(pairing: Pairing, one: Sentence, other: Sentence): void {
  for (let i = one.p; i < one.q; i += 1) if (pairing.toNew[i] !== -1) unpair(pairing, i);
  for (let j = other.p; j < other.q; j += 1) {
    const holder = pairing.toOld[j] ?? -1;
    if (holder !== -1) unpair(pairing, holder);
  }
}
