import { pairRange } from "#lib/domain/alignment/pair-range.ts";
import { type Pairing, unpair } from "#lib/domain/alignment/pairing.ts";
import { sentenceAround } from "#lib/domain/alignment/sentence-ends.ts";
import type { Budget } from "#lib/domain/alignment/shortest-edit.ts";
import type { Tokens } from "#lib/domain/alignment/tokens.ts";

type Sentence = { readonly p: number; readonly q: number; readonly weight: number };
type Candidate = { readonly from: number; readonly to: number; readonly score: number };

/** Less of the heavier sentence's weight than this in common, and they are two sentences. */
const leastShared = 0.5;
/** A second candidate has to be this much worse. */
const margin = 1.25;
const fewestWords = 2;
const longest = 200;
/** A word that stands in more loose sentences than this tells nothing about them. */
const mostPostings = 64;

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
  const there = bestMatches({ from: older, to: newer }, { from: pairing.a, to: pairing.b, weights });
  const back = bestMatches({ from: newer, to: older }, { from: pairing.b, to: pairing.a, weights });
  for (const { from, to } of there.values()) {
    if (back.get(to)?.to !== from) continue;
    const [one, other] = [older[from], newer[to]];
    if (one === undefined || other === undefined) continue;
    release(pairing, one, other);
    pairRange(pairing, { a0: one.p, a1: one.q, b0: other.p, b1: other.q }, budget);
    for (let i = one.p; i < one.q; i += 1) if (pairing.toNew[i] !== -1) pairing.moved[i] = 1;
  }
}

/** Sentences of which hardly a word is paired. */
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
      weight += weights[tokens.ids[k] ?? 0] ?? 0;
    }
    if (paired * 3 <= q - p) sentences.push({ p, q, weight });
  }
  return sentences;
}

type Sides = { readonly from: readonly Sentence[]; readonly to: readonly Sentence[] };
type Ids = { readonly from: Int32Array; readonly to: Int32Array; readonly weights: Float32Array };

/** For each sentence of one side the one of the other side that shares most with it, if it is the best by a margin. */
function bestMatches({ from, to }: Sides, ids: Ids): Map<number, Candidate> {
  const holders = new Map<number, number[]>();
  for (const [index, { p, q }] of to.entries()) {
    for (const id of new Set(ids.to.subarray(p, q))) {
      const known = holders.get(id);
      if (known === undefined) holders.set(id, [index]);
      else if (known.length <= mostPostings) known.push(index);
    }
  }
  const best = new Map<number, Candidate>();
  for (const [index, { p, q, weight }] of from.entries()) {
    const shared = new Map<number, number>();
    for (const id of new Set(ids.from.subarray(p, q))) {
      const postings = holders.get(id) ?? [];
      if (postings.length > mostPostings) continue;
      for (const other of postings) shared.set(other, (shared.get(other) ?? 0) + (ids.weights[id] ?? 0));
    }
    let [first, second, target] = [0, 0, -1];
    for (const [other, value] of shared) {
      const score = value / Math.max(weight, to[other]?.weight ?? weight);
      if (score > first) [first, second, target] = [score, first, other];
      else if (score > second) second = score;
    }
    if (first >= leastShared && first >= second * margin) best.set(index, { from: index, to: target, score: first });
  }
  return best;
}

/** Chance pairs of the two sentences with other words give way. */
function release(pairing: Pairing, one: Sentence, other: Sentence): void {
  for (let i = one.p; i < one.q; i += 1) if (pairing.toNew[i] !== -1) unpair(pairing, i);
  for (let j = other.p; j < other.q; j += 1) {
    const holder = pairing.toOld[j] ?? -1;
    if (holder !== -1) unpair(pairing, holder);
  }
}
