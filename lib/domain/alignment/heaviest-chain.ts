import type { Block } from "#lib/domain/alignment/unique-blocks.ts";

/**
 * The blocks, of those given in the order of the older text, that keep one order in both texts and hold the most
 * tokens; the others are `crossing`. A Fenwick tree of maxima: n log n in the number of blocks.
 */
export function heaviestChain(blocks: readonly Block[]): { chain: Block[]; crossing: Block[] } {
  const order = blocks.map((_, index) => index).sort((x, y) => (blocks[x]?.j ?? 0) - (blocks[y]?.j ?? 0));
  const rank = new Int32Array(blocks.length);
  for (const [position, index] of order.entries()) rank[index] = position + 1;
  const best = new Int32Array(blocks.length + 1).fill(-1);
  const weight = new Float64Array(blocks.length);
  const before = new Int32Array(blocks.length).fill(-1);
  let heaviest = -1;
  for (const [index, block] of blocks.entries()) {
    const own = rank[index] ?? 1;
    let previous = -1;
    for (let at = own - 1; at > 0; at -= at & -at) {
      const other = best[at] ?? -1;
      if (other >= 0 && (previous < 0 || (weight[other] ?? 0) > (weight[previous] ?? 0))) previous = other;
    }
    before[index] = previous;
    const total = block.length + (previous < 0 ? 0 : (weight[previous] ?? 0));
    weight[index] = total;
    for (let at = own; at <= blocks.length; at += at & -at) {
      const other = best[at] ?? -1;
      if (other < 0 || (weight[other] ?? 0) < total) best[at] = index;
    }
    if (heaviest < 0 || total > (weight[heaviest] ?? 0)) heaviest = index;
  }
  const inChain = new Uint8Array(blocks.length);
  for (let index = heaviest; index >= 0; index = before[index] ?? -1) inChain[index] = 1;
  return {
    chain: blocks.filter((_, index) => inChain[index] === 1),
    crossing: blocks.filter((_, index) => inChain[index] === 0),
  };
}
