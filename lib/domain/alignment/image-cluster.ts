import type { Pairing } from "#lib/domain/alignment/pairing.ts";

/** Tokens `[p, q)` of the older text. */
export type TokenRange = { readonly p: number; readonly q: number };

/** The tokens of a range that came along together: the first and the last of them, and what share of its weight they hold. */
export type Cluster = {
  readonly first: number;
  readonly last: number;
  readonly coverage: number;
  readonly moved: boolean;
};

/**
 * The place that holds most of a range's weight: pairs in one order and not far apart. Null when nothing of the range
 * is paired.
 */
export function clusterOf(pairing: Pairing, weights: Float32Array, { p, q }: TokenRange): Cluster | null {
  const { a, toNew, moved } = pairing;
  const reach = (q - p) * 2 + 12;
  let total = 0;
  let open = { first: -1, last: -1, weight: 0, movedWeight: 0 };
  let best = open;
  for (let i = p; i < q; i += 1) {
    const weight = weights[a[i] ?? 0] ?? 0;
    total += weight;
    const j = toNew[i] ?? -1;
    if (j === -1) continue;
    const step = open.last === -1 ? -1 : j - (toNew[open.last] ?? 0);
    const goesOn = step >= 0 && step <= i - open.last + reach;
    open = goesOn ? { ...open, last: i } : { first: i, last: i, weight: 0, movedWeight: 0 };
    open.weight += weight;
    if (moved[i] === 1) open.movedWeight += weight;
    if (open.weight > best.weight) best = open;
  }
  if (best.first === -1) return null;
  const { weight, movedWeight } = best;
  return { ...withoutStrays(pairing, weights, best), coverage: weight / total, moved: movedWeight * 2 > weight };
}

/** A full stop or a small word that stands far off at an end was paired with another sentence's. */
function withoutStrays({ a, toNew }: Pairing, weights: Float32Array, found: { first: number; last: number }) {
  let { first, last } = found;
  const isStray = (i: number, jump: number) => jump > farOff && (weights[a[i] ?? 0] ?? 0) < small;
  for (let inner = last - 1; last > first; inner = last - 1) {
    while (toNew[inner] === -1) inner -= 1;
    if (!isStray(last, (toNew[last] ?? 0) - (toNew[inner] ?? 0) - (last - inner))) break;
    last = inner;
  }
  for (let inner = first + 1; first < last; inner = first + 1) {
    while (toNew[inner] === -1) inner += 1;
    if (!isStray(first, (toNew[inner] ?? 0) - (toNew[first] ?? 0) - (inner - first))) break;
    first = inner;
  }
  return { first, last };
}

const farOff = 5;
const small = 0.3;

/**
 * The tokens `[first, last]` of the newer text where a cluster stands, widened at its ends over the words that replaced
 * the range's outer words; never over words that belong to another part of the older text.
 */
export function imageOf(pairing: Pairing, { p, q }: TokenRange, cluster: Cluster): { first: number; last: number } {
  const { toNew, toOld } = pairing;
  let first = toNew[cluster.first] ?? 0;
  let last = toNew[cluster.last] ?? 0;
  const missingBefore = cluster.first - p;
  if (missingBefore > 0) {
    let free = 0;
    while (free <= missingBefore * 1.5 + 2 && first - free > 0 && toOld[first - free - 1] === -1) free += 1;
    const reachesNeighbour = p > 0 && toNew[p - 1] === first - free - 1 && free > 0;
    first -= reachesNeighbour ? free : Math.min(free, missingBefore);
  }
  const missingAfter = q - 1 - cluster.last;
  if (missingAfter > 0) {
    let free = 0;
    while (free <= missingAfter * 1.5 + 2 && toOld[last + free + 1] === -1) free += 1;
    const reachesNeighbour = toNew[q] === last + free + 1 && free > 0;
    last += reachesNeighbour ? free : Math.min(free, missingAfter);
  }
  return { first, last };
}

const beside = 8;

/**
 * Which of the eight tokens before and after a range came along and stand before and after its place in the newer text,
 * and how many could have. At an end of a text there are none to lose.
 */
export function neighboursOf(
  { toNew, toOld }: Pairing,
  { p, q }: TokenRange,
  image: { readonly first: number; readonly last: number },
): { came: readonly number[]; possible: number } {
  const came: number[] = [];
  for (let k = 1; k <= beside; k += 1) {
    const left = p - k >= 0 ? (toNew[p - k] ?? -1) : -1;
    if (left !== -1 && left < image.first && left >= image.first - 2 * k - 2) came.push(p - k);
    const right = q + k - 1 < toNew.length ? (toNew[q + k - 1] ?? -1) : -1;
    if (right > image.last && right <= image.last + 2 * k + 2) came.push(q + k - 1);
  }
  const before = Math.min(beside, p, image.first);
  return { came, possible: before + Math.min(beside, toNew.length - q, toOld.length - 1 - image.last) };
}
