import { pairRange } from "#lib/domain/alignment/pair-range.ts";
import type { Pairing } from "#lib/domain/alignment/pairing.ts";
import type { Budget } from "#lib/domain/alignment/shortest-edit.ts";

/**
 * Pairs what lies unpaired between two neighbours that stand in order, and at the edges of moved passages what
 * continues them. A token takes over from its neighbour whether its passage moved.
 */
export function pairGaps(pairing: Pairing, budget: Budget, where: "everywhere" | "beside-moved"): void {
  const { toNew, toOld, moved } = pairing;
  const n = toNew.length;
  for (let a0 = 0; a0 < n; a0 += 1) {
    if (toNew[a0] !== -1) continue;
    let a1 = a0 + 1;
    while (a1 < n && toNew[a1] === -1) a1 += 1;
    if (where === "beside-moved" && moved[a0 - 1] !== 1 && moved[a1] !== 1) {
      a0 = a1;
      continue;
    }
    const left = a0 === 0 ? -1 : (toNew[a0 - 1] ?? -1);
    const right = a1 === n ? toOld.length : (toNew[a1] ?? -1);
    const freeTo = freeAfter(toOld, left + 1);
    if (freeTo === right) pairRange(pairing, { a0, a1, b0: left + 1, b1: right }, budget);
    else {
      if (freeTo > left + 1) pairRange(pairing, { a0, a1, b0: left + 1, b1: freeTo }, budget);
      const freeFrom = freeBefore(toOld, right);
      let last = a1;
      while (last > a0 && toNew[last - 1] !== -1) last -= 1;
      let first = last;
      while (first > a0 && toNew[first - 1] === -1) first -= 1;
      if (freeFrom < right && first < last)
        pairRange(pairing, { a0: first, a1: last, b0: freeFrom, b1: right }, budget);
    }
    inheritMoves(pairing, a0, a1);
    a0 = a1;
  }
}

function freeAfter(toOld: Int32Array, from: number): number {
  let at = from;
  while (at < toOld.length && toOld[at] === -1) at += 1;
  return at;
}

function freeBefore(toOld: Int32Array, to: number): number {
  let at = to;
  while (at > 0 && toOld[at - 1] === -1) at -= 1;
  return at;
}

/** A pair beside a moved one in both texts moved with it. */
function inheritMoves({ toNew, moved }: Pairing, a0: number, a1: number): void {
  for (let i = a0; i < a1; i += 1) {
    if (toNew[i] !== -1 && moved[i - 1] === 1 && goesOn(toNew, i - 1, i)) moved[i] = 1;
  }
  for (let i = a1 - 1; i >= a0; i -= 1) {
    if (toNew[i] !== -1 && moved[i + 1] === 1 && goesOn(toNew, i, i + 1)) moved[i] = 1;
  }
}

function goesOn(toNew: Int32Array, i: number, next: number): boolean {
  const step = (toNew[next] ?? -1) - (toNew[i] ?? -1);
  return step > 0 && step < 64;
}
