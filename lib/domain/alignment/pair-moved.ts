import { pairRange } from "#lib/domain/alignment/pair-range.ts";
import { type Pairing, pair, unpair } from "#lib/domain/alignment/pairing.ts";
import { endsSentence } from "#lib/domain/alignment/sentence-ends.ts";
import type { Budget } from "#lib/domain/alignment/shortest-edit.ts";
import type { Tokens } from "#lib/domain/alignment/tokens.ts";
import type { Block } from "#lib/domain/alignment/unique-blocks.ts";

type Passage = { readonly blocks: Block[] };

/** Runs of one moved passage lie near each other in both texts, with edited words between. */
const near = 48;
const mostOpen = 8;

/**
 * Blocks that cross the common order, taken together where they follow each other closely in both texts. The longest
 * passage comes first, from its first word to its last: an edited paragraph before the copy of one of its sentences.
 */
export function passagesOf(crossing: readonly Block[], older: Tokens): Passage[] {
  const passages: Passage[] = [];
  const open: Passage[] = [];
  for (const block of crossing) {
    const mate = open.findLast(({ blocks }) => follows(blocks.at(-1), block));
    if (mate !== undefined) {
      mate.blocks.push(block);
      continue;
    }
    const passage = { blocks: [block] };
    passages.push(passage);
    open.push(passage);
    if (open.length > mostOpen) open.shift();
  }
  for (const { blocks } of passages) trimEdges(blocks, older);
  return passages.sort((x, y) => extentOf(y) - extentOf(x));
}

function extentOf({ blocks }: Passage): number {
  const [first, last] = [blocks[0], blocks.at(-1)];
  return first === undefined || last === undefined ? 0 : last.i + last.length - first.i;
}

/** A full stop before a passage, or a first word after it, may be the same by chance and belongs to its neighbours. */
function trimEdges(blocks: Block[], older: Tokens): void {
  const first = blocks[0];
  for (let k = 3; first !== undefined && k >= 0; k -= 1) {
    if (k + 1 >= first.length || !endsSentence(older, first.i + k)) continue;
    blocks[0] = { i: first.i + k + 1, j: first.j + k + 1, length: first.length - k - 1 };
    break;
  }
  const last = blocks.at(-1);
  for (let k = 1; last !== undefined && k <= 3 && k < last.length; k += 1) {
    if (!endsSentence(older, last.i + last.length - 1 - k)) continue;
    if (!endsSentence(older, last.i + last.length - 1))
      blocks[blocks.length - 1] = { ...last, length: last.length - k };
    break;
  }
}

function follows(last: Block | undefined, next: Block): boolean {
  if (last === undefined) return false;
  const i = next.i - last.i - last.length;
  const j = next.j - last.j - last.length;
  return i <= near && j <= near && next.i > last.i && next.j > last.j;
}

/**
 * Pairs moved passages of `shortest` tokens or more and what lies between their runs. A passage takes tokens from pairs
 * in order only where these are chance: less than half its own weight. Whether any was paired.
 */
export function pairMoved(
  pairing: Pairing,
  passages: readonly Passage[],
  { shortest, weights, budget }: { shortest: number; weights: Float32Array; budget: Budget },
): boolean {
  let paired = false;
  for (const { blocks } of passages) {
    if (blocks.reduce((sum, { length }) => sum + length, 0) < shortest) continue;
    const { own, held } = weigh(pairing, blocks, weights);
    if (held * 2 > own) continue;
    for (const block of blocks) pairBlock(pairing, block);
    fillBetween(pairing, blocks, budget);
    paired = true;
  }
  return paired;
}

/** Pairs edited words between the runs of a passage, as far as nothing else holds them. */
function fillBetween(pairing: Pairing, blocks: readonly Block[], budget: Budget): void {
  const { toNew, toOld, moved } = pairing;
  for (const [index, next] of blocks.entries()) {
    const before = blocks[index - 1];
    if (before === undefined) continue;
    const gap = { a0: before.i + before.length, a1: next.i, b0: before.j + before.length, b1: next.j };
    for (let i = gap.a0; i < gap.a1; i += 1) if (toNew[i] !== -1 && moved[i] === 0) unpair(pairing, i);
    for (let j = gap.b0; j < gap.b1; j += 1) {
      const holder = toOld[j] ?? -1;
      if (holder !== -1 && moved[holder] === 0) unpair(pairing, holder);
    }
    if (!isFree(toNew, gap.a0, gap.a1) || !isFree(toOld, gap.b0, gap.b1)) continue;
    pairRange(pairing, gap, budget);
    for (let i = gap.a0; i < gap.a1; i += 1) if (toNew[i] !== -1) moved[i] = 1;
  }
}

function isFree(toOther: Int32Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (toOther[at] !== -1) return false;
  return true;
}

/** The weight of a passage, and of the pairs that already hold its tokens on either side, whichever is more. */
function weigh(
  { a, toNew, toOld }: Pairing,
  blocks: readonly Block[],
  weights: Float32Array,
): { own: number; held: number } {
  let own = 0;
  let heldOld = 0;
  let heldNew = 0;
  for (const { i, j, length } of blocks) {
    for (let k = 0; k < length; k += 1) {
      const weight = weights[a[i + k] ?? 0] ?? 0;
      own += weight;
      if (toNew[i + k] !== -1) heldOld += weight;
      if (toOld[j + k] !== -1) heldNew += weight;
    }
  }
  return { own, held: Math.max(heldOld, heldNew) };
}

/** Chance pairs give way; another moved passage does not. */
function pairBlock(pairing: Pairing, { i, j, length }: Block): void {
  const { toNew, toOld, moved } = pairing;
  for (let k = 0; k < length; k += 1) {
    const holder = toOld[j + k] ?? -1;
    if (moved[i + k] === 1 || (holder !== -1 && moved[holder] === 1)) continue;
    if (toNew[i + k] !== -1) unpair(pairing, i + k);
    if (holder !== -1) unpair(pairing, holder);
    pair(pairing, i + k, j + k);
    moved[i + k] = 1;
  }
}
