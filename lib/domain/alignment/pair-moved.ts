import type { Pairing } from "#lib/domain/alignment/pairing.ts";
import { pair } from "#lib/domain/alignment/pairing.ts";
import type { Block } from "#lib/domain/alignment/unique-blocks.ts";

/** Runs of one moved passage lie near each other in both texts, with edited words between. */
const near = 48;
/** A shorter passage may stand elsewhere by chance. */
const shortest = 8;

/**
 * Pairs passages that left the common order: blocks that cross the chain, taken together where they follow each other
 * closely in both texts, the longest passage first. Only tokens that are unpaired on both sides.
 */
export function pairMoved(pairing: Pairing, crossing: readonly Block[]): void {
  const passages: { blocks: Block[]; length: number }[] = [];
  const open: { blocks: Block[]; length: number }[] = [];
  for (const block of crossing) {
    for (const part of unpairedParts(pairing, block)) {
      const mate = open.findLast(({ blocks }) => follows(blocks.at(-1), part));
      if (mate === undefined) {
        const passage = { blocks: [part], length: part.length };
        passages.push(passage);
        open.push(passage);
        if (open.length > 8) open.shift();
      } else {
        mate.blocks.push(part);
        mate.length += part.length;
      }
    }
  }
  passages.sort((x, y) => y.length - x.length);
  for (const { blocks, length } of passages) {
    if (length < shortest) break;
    for (const block of blocks) pairBlock(pairing, block);
  }
}

function follows(last: Block | undefined, next: Block): boolean {
  if (last === undefined) return false;
  const i = next.i - last.i - last.length;
  const j = next.j - last.j - last.length;
  return i > -last.length && j > -last.length && i <= near && j <= near && next.i > last.i && next.j > last.j;
}

/** The runs of a block, of four tokens or more, that are unpaired on both sides. */
function unpairedParts({ toNew, toOld }: Pairing, block: Block): Block[] {
  const parts: Block[] = [];
  let from = 0;
  for (let k = 0; k <= block.length; k += 1) {
    const free = k < block.length && toNew[block.i + k] === -1 && toOld[block.j + k] === -1;
    if (free) continue;
    if (k - from >= 4) parts.push({ i: block.i + from, j: block.j + from, length: k - from });
    from = k + 1;
  }
  return parts;
}

function pairBlock(pairing: Pairing, { i, j, length }: Block): void {
  for (let k = 0; k < length; k += 1) {
    if (pairing.toNew[i + k] !== -1 || pairing.toOld[j + k] !== -1) continue;
    pair(pairing, i + k, j + k);
    pairing.moved[i + k] = 1;
  }
}
