import { type Pairing, pair, unpair } from "#lib/domain/alignment/pairing.ts";
import type { Block } from "#lib/domain/alignment/unique-blocks.ts";

type Passage = { readonly blocks: Block[]; length: number };

/** Runs of one moved passage lie near each other in both texts, with edited words between. */
const near = 48;
const mostOpen = 8;

/** Blocks that cross the common order, taken together where they follow each other closely in both texts; longest first. */
export function passagesOf(crossing: readonly Block[]): Passage[] {
  const passages: Passage[] = [];
  const open: Passage[] = [];
  for (const block of crossing) {
    const mate = open.findLast(({ blocks }) => follows(blocks.at(-1), block));
    if (mate !== undefined) {
      mate.blocks.push(block);
      mate.length += block.length;
      continue;
    }
    const passage = { blocks: [block], length: block.length };
    passages.push(passage);
    open.push(passage);
    if (open.length > mostOpen) open.shift();
  }
  return passages.sort((x, y) => y.length - x.length);
}

function follows(last: Block | undefined, next: Block): boolean {
  if (last === undefined) return false;
  const i = next.i - last.i - last.length;
  const j = next.j - last.j - last.length;
  return i <= near && j <= near && next.i > last.i && next.j > last.j;
}

/**
 * Pairs moved passages of `shortest` tokens or more. A passage takes tokens from pairs in order only where these are
 * chance: less than half its own weight. Whether any was paired.
 */
export function pairMoved(
  pairing: Pairing,
  passages: readonly Passage[],
  { shortest, weights }: { shortest: number; weights: Float32Array },
): boolean {
  let paired = false;
  for (const passage of passages) {
    if (passage.length < shortest) break;
    const { own, held } = weigh(pairing, passage, weights);
    if (held * 2 > own) continue;
    for (const block of passage.blocks) pairBlock(pairing, block);
    paired = true;
  }
  return paired;
}

/** The weight of a passage, and of the pairs that already hold its tokens on either side, whichever is more. */
function weigh(
  { a, toNew, toOld }: Pairing,
  { blocks }: Passage,
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
