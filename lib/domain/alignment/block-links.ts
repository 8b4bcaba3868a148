import type { Alignment } from "#lib/domain/alignment/align-texts.ts";
import type { Tokens } from "#lib/domain/alignment/tokens.ts";
import type { Span } from "#lib/domain/span.ts";

type Aligned = Extract<Alignment, { kind: "aligned" }>;

/** The tokens `[p, q)` of each block. */
export type BlockTokens = readonly { readonly p: number; readonly q: number }[];

/** For each newer block the older one that most of it comes from, or -1; `moved` where it left the common order. */
export type BlockLinks = {
  readonly older: BlockTokens;
  readonly newer: BlockTokens;
  readonly from: Int32Array;
  readonly moved: Uint8Array;
};

/** Less of the shorter block than this in common, and they are two different blocks. */
const leastShared = 0.3;

export function linkBlocks(
  { older, newer, pairing }: Aligned,
  blocks: { readonly older: readonly Span[]; readonly newer: readonly Span[] },
): BlockLinks {
  const oldTokens = tokensOfBlocks(older, blocks.older);
  const newTokens = tokensOfBlocks(newer, blocks.newer);
  const blockOf = new Int32Array(older.count).fill(-1);
  for (const [index, { p, q }] of oldTokens.entries()) blockOf.fill(index, p, q);
  const from = new Int32Array(newTokens.length).fill(-1);
  const moved = new Uint8Array(newTokens.length);
  for (const [index, { p, q }] of newTokens.entries()) {
    const shared = new Map<number, number>();
    let movedTokens = 0;
    let paired = 0;
    for (let j = p; j < q; j += 1) {
      const i = pairing.toOld[j] ?? -1;
      if (i === -1) continue;
      paired += 1;
      movedTokens += pairing.moved[i] ?? 0;
      const block = blockOf[i] ?? -1;
      shared.set(block, (shared.get(block) ?? 0) + 1);
    }
    let best = -1;
    for (const [block, count] of shared) if (block >= 0 && count > (shared.get(best) ?? 0)) best = block;
    const other = oldTokens[best];
    if (other === undefined) continue;
    const shorter = Math.min(q - p, other.q - other.p);
    if ((shared.get(best) ?? 0) < shorter * leastShared) continue;
    from[index] = best;
    moved[index] = movedTokens * 2 > paired ? 1 : 0;
  }
  return { older: oldTokens, newer: newTokens, from, moved };
}

function tokensOfBlocks({ starts, count }: Tokens, blocks: readonly Span[]): { p: number; q: number }[] {
  let at = 0;
  return blocks.map((block) => {
    while (at < count && (starts[at] ?? 0) < block.start) at += 1;
    const p = at;
    while (at < count && (starts[at] ?? 0) < block.end) at += 1;
    return { p, q: at };
  });
}
