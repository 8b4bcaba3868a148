import type { Alignment } from "#lib/domain/alignment/align-texts.ts";
import type { TokenRange } from "#lib/domain/alignment/image-cluster.ts";

type Aligned = Extract<Alignment, { kind: "aligned" }>;

/** Words met about ten times or less in both texts together. */
const rare = 0.3;
const fewest = 3;

/**
 * Whether a sentence has no twin, neither beside itself in the older text nor beside its place in the newer one: no other
 * passage that holds half of its rare words. Reads both texts from end to end; only a lone sentence that moved is asked.
 */
export function isOnlyOne(
  { older, newer, weights }: Aligned,
  { p, q }: TokenRange,
  image: { readonly first: number; readonly last: number },
): boolean {
  const words = new Set(older.ids.subarray(p, q).filter((id) => (weights[id] ?? 0) >= rare));
  if (words.size < fewest) return false;
  return !hasTwin(older.ids, words, { p, q }) && !hasTwin(newer.ids, words, { p: image.first, q: image.last + 1 });
}

function hasTwin(ids: Int32Array, words: ReadonlySet<number>, own: TokenRange): boolean {
  const reach = (own.q - own.p) * 2;
  const hits: number[] = [];
  for (let at = 0; at < ids.length; at += 1) {
    if (!words.has(ids[at] ?? -1) || (at >= own.p && at < own.q)) continue;
    hits.push(at);
    while ((hits[0] ?? at) < at - reach) hits.shift();
    if (hits.length * 2 >= words.size) return true;
  }
  return false;
}
