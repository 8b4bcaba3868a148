import type { Tokens } from "#lib/domain/alignment/tokens.ts";

/** A weight for each id: 1 for a word met once on each side, falling with the logarithm of how often it is met. */
export function weightsOf(size: number, texts: readonly Tokens[]): Float32Array {
  const counts = new Int32Array(size);
  for (const { ids } of texts)
    for (let k = 0; k < ids.length; k += 1) counts[ids[k] ?? 0] = (counts[ids[k] ?? 0] ?? 0) + 1;
  const weights = new Float32Array(size);
  for (let id = 0; id < size; id += 1) weights[id] = 1 / (1 + Math.log2(Math.max(2, counts[id] ?? 2) / 2));
  return weights;
}
