import { type Pairing, pair, unpair } from "#lib/domain/alignment/pairing.ts";
import type { Tokens } from "#lib/domain/alignment/tokens.ts";
import { hashStart, hashStep } from "#lib/domain/alignment/vocabulary.ts";

type Paragraph = { readonly p: number; readonly q: number };

/**
 * Pairs whole paragraphs that are too short for a passage and stand once in each text, word for word: headings and
 * one-line paragraphs that moved. Only where hardly a word of them is paired yet.
 */
export function pairParagraphs(pairing: Pairing, older: Tokens, newer: Tokens): void {
  const { toNew, toOld, moved } = pairing;
  const left = paragraphsOf(older);
  const loose = left.filter((paragraph) => isLoose(toNew, paragraph));
  if (loose.length === 0) return;
  const before = byWords(older, left);
  const now = byWords(newer, paragraphsOf(newer));
  for (const paragraph of loose) {
    const hash = hashOf(older, paragraph);
    const there = now.get(hash);
    if (before.get(hash) === "several" || there === undefined || there === "several") continue;
    if (!isLoose(toOld, there) || !isSame(older, paragraph, newer, there)) continue;
    for (let k = 0; k < paragraph.q - paragraph.p; k += 1) {
      const [i, j] = [paragraph.p + k, there.p + k];
      if (toNew[i] !== -1) unpair(pairing, i);
      const holder = toOld[j] ?? -1;
      if (holder !== -1) unpair(pairing, holder);
      pair(pairing, i, j);
      moved[i] = 1;
    }
  }
}

function paragraphsOf({ breaks, count }: Tokens): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let p = 0;
  for (let at = 1; at <= count; at += 1) {
    if (at < count && breaks[at] !== 1) continue;
    if (at - p > 1) paragraphs.push({ p, q: at });
    p = at;
  }
  return paragraphs;
}

function isLoose(toOther: Int32Array, { p, q }: Paragraph): boolean {
  let paired = 0;
  for (let at = p; at < q; at += 1) if (toOther[at] !== -1) paired += 1;
  return paired * 3 <= q - p;
}

function byWords(tokens: Tokens, paragraphs: readonly Paragraph[]): Map<number, Paragraph | "several"> {
  const known = new Map<number, Paragraph | "several">();
  for (const paragraph of paragraphs) {
    const hash = hashOf(tokens, paragraph);
    known.set(hash, known.has(hash) ? "several" : paragraph);
  }
  return known;
}

function hashOf({ ids }: Tokens, { p, q }: Paragraph): number {
  let hash = hashStart;
  for (let at = p; at < q; at += 1) hash = hashStep(hash, ids[at] ?? 0);
  return hash;
}

function isSame(older: Tokens, one: Paragraph, newer: Tokens, other: Paragraph): boolean {
  if (one.q - one.p !== other.q - other.p) return false;
  for (let k = 0; k < one.q - one.p; k += 1) if (older.ids[one.p + k] !== newer.ids[other.p + k]) return false;
  return true;
}
