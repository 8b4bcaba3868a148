import { type Pairing, unpair } from "#lib/domain/alignment/pairing.ts";

/**
 * Drops pairs that stand by chance inside a passage that was replaced: a run of pairs with little weight between two
 * edits that are each much longer (after the semantic clean-up of N. Fraser's diff-match-patch).
 */
export function dropChancePairs(pairing: Pairing, weights: Float32Array): void {
  const { a, toNew } = pairing;
  const n = toNew.length;
  let editBefore = editAt(pairing, -1, firstPaired(toNew, 0));
  for (let start = firstPaired(toNew, 0); start < n; ) {
    let end = start + 1;
    let weight = weights[a[start] ?? 0] ?? 0;
    while (end < n && toNew[end] === (toNew[end - 1] ?? 0) + 1) {
      weight += weights[a[end] ?? 0] ?? 0;
      end += 1;
    }
    const next = firstPaired(toNew, end);
    const editAfter = editAt(pairing, end - 1, next);
    const length = end - start;
    if (editBefore >= 3 && editAfter >= 3 && length < 8 && (weight + length) * 1.5 < Math.min(editBefore, editAfter)) {
      for (let i = start; i < end; i += 1) unpair(pairing, i);
      editBefore = Math.max(editBefore, editAfter) + length;
    } else editBefore = editAfter;
    start = next;
  }
}

function firstPaired(toNew: Int32Array, from: number): number {
  let at = from;
  while (at < toNew.length && toNew[at] === -1) at += 1;
  return at;
}

/** How long the edit between two paired neighbours is: the longer of its sides; the newer counts only where order holds. */
function editAt({ toNew, toOld }: Pairing, left: number, right: number): number {
  const from = left < 0 ? -1 : (toNew[left] ?? -1);
  const to = right >= toNew.length ? toOld.length : (toNew[right] ?? -1);
  return Math.max(right - left - 1, to > from ? Math.min(to - from - 1, 1000) : 1000);
}
