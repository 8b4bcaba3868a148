import { mostCells, pairByTable } from "#lib/domain/alignment/common-subsequence.ts";
import { heaviestChain } from "#lib/domain/alignment/heaviest-chain.ts";
import type { Pairing, Range } from "#lib/domain/alignment/pairing.ts";
import { pair, trimmed } from "#lib/domain/alignment/pairing.ts";
import { type Budget, pairByShortestEdit } from "#lib/domain/alignment/shortest-edit.ts";
import { type Block, uniqueBlocks } from "#lib/domain/alignment/unique-blocks.ts";

/** Ranges up to this many tokens go to the shortest edit at once. */
const small = 96;
/** Single words that stand once on each side say little in a long range. */
const singlesUpTo = 600;

/**
 * Pairs the unpaired tokens of a range in one order: what both sides begin and end with, then runs of four, three, two
 * tokens and single ones that stand once on each side, then the shortest edit between them.
 */
export function pairRange(pairing: Pairing, range: Range, budget: Budget): void {
  const todo: { range: Range; gram: number }[] = [{ range, gram: 4 }];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const inner = trimmed(pairing, next.range);
    const size = inner.a1 - inner.a0 + inner.b1 - inner.b0;
    if (inner.a0 === inner.a1 || inner.b0 === inner.b1) continue;
    if ((inner.a1 - inner.a0) * (inner.b1 - inner.b0) <= mostCells) {
      pairByTable(pairing, inner);
      continue;
    }
    if (size <= small) {
      pairByShortestEdit(pairing, inner, budget);
      continue;
    }
    const blocks = blocksIn(pairing, inner, next.gram);
    if (blocks === null) {
      if (sharesAny(pairing, inner)) pairByShortestEdit(pairing, inner, budget);
    } else for (const gap of pairChain(pairing, inner, blocks.chain)) todo.push({ range: gap, gram: blocks.gram });
  }
}

function blocksIn(pairing: Pairing, range: Range, from: number): { chain: Block[]; gram: number } | null {
  const size = range.a1 - range.a0 + range.b1 - range.b0;
  for (let gram = from; gram >= (size <= singlesUpTo ? 1 : 2); gram -= 1) {
    const { chain } = heaviestChain(uniqueBlocks(pairing, range, gram));
    if (chain.length > 0) return { chain, gram };
  }
  return null;
}

/** Whether any word of one side stands on the other. */
function sharesAny({ a, b }: Pairing, { a0, a1, b0, b1 }: Range): boolean {
  const ids = new Set(a.subarray(a0, a1));
  return b.subarray(b0, b1).some((id) => ids.has(id));
}

/** Pairs the tokens of a chain, each block cut where it would cross the one before; the gaps that stay between. */
export function pairChain(pairing: Pairing, { a0, a1, b0, b1 }: Range, chain: readonly Block[]): Range[] {
  const gaps: Range[] = [];
  let i = a0;
  let j = b0;
  for (const block of chain) {
    const skip = Math.max(0, i - block.i, j - block.j);
    if (skip >= block.length) continue;
    const start = { i: block.i + skip, j: block.j + skip };
    if (start.i > i && start.j > j) gaps.push({ a0: i, a1: start.i, b0: j, b1: start.j });
    for (let k = 0; k < block.length - skip; k += 1) pair(pairing, start.i + k, start.j + k);
    i = block.i + block.length;
    j = block.j + block.length;
  }
  if (a1 > i && b1 > j) gaps.push({ a0: i, a1, b0: j, b1 });
  return gaps;
}
