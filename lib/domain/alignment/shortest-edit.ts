import type { Pairing, Range } from "#lib/domain/alignment/pairing.ts";
import { pair } from "#lib/domain/alignment/pairing.ts";

/** How much work all the searches of one alignment may do together, in steps of the search. */
export type Budget = { steps: number };

const furthest = 400;

/**
 * Pairs the tokens of a range by a shortest edit script (E. Myers, "An O(ND) Difference Algorithm", 1986). Where the
 * script would be longer than 400 it keeps the best beginning found and goes on from there; where the budget is spent it
 * leaves the rest unpaired. Memory is bounded by the square of 400.
 */
export function pairByShortestEdit(pairing: Pairing, range: Range, budget: Budget): void {
  let { a0, b0 } = range;
  while (a0 < range.a1 && b0 < range.b1 && budget.steps > 0) {
    const reached = pairBeginning(pairing, { ...range, a0, b0 }, budget);
    a0 += reached.i;
    b0 += reached.j;
  }
}

function pairBeginning(pairing: Pairing, { a0, a1, b0, b1 }: Range, budget: Budget): { i: number; j: number } {
  const { a, b } = pairing;
  const n = a1 - a0;
  const m = b1 - b0;
  const most = Math.min(furthest, n + m);
  const width = 2 * most + 3;
  const ends = new Int32Array(width);
  const origin = most + 1;
  const rows: Int32Array[] = [];
  let bestK = 0;
  let bestSum = -1;
  for (let d = 0; d <= most; d += 1) {
    bestSum = -1;
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (ends[origin + k - 1] ?? 0) < (ends[origin + k + 1] ?? 0));
      let i = down ? (ends[origin + k + 1] ?? 0) : (ends[origin + k - 1] ?? 0) + 1;
      let j = i - k;
      if (d === 0) {
        i = 0;
        j = 0;
      }
      while (i < n && j < m && a[a0 + i] === b[b0 + j]) {
        i += 1;
        j += 1;
        budget.steps -= 1;
      }
      ends[origin + k] = i;
      if (i <= n && j <= m && i + j > bestSum) {
        bestSum = i + j;
        bestK = k;
      }
      if (i >= n && j >= m) {
        rows.push(ends.slice(origin - d, origin + d + 1));
        walkBack(pairing, { a0, b0, rows, k });
        return { i: n, j: m };
      }
    }
    budget.steps -= d + 1;
    rows.push(ends.slice(origin - d, origin + d + 1));
    if (budget.steps <= 0) break;
  }
  walkBack(pairing, { a0, b0, rows, k: bestK });
  const i = rows.at(-1)?.[bestK + rows.length - 1] ?? 0;
  return { i: Math.max(i, 0), j: Math.max(i - bestK, 0) };
}

type Walk = { readonly a0: number; readonly b0: number; readonly rows: readonly Int32Array[]; readonly k: number };

/** Row `d` holds the furthest `i` on the diagonals -d to d, every second one meaningful. */
function walkBack(pairing: Pairing, { a0, b0, rows, k: from }: Walk): void {
  let k = from;
  for (let d = rows.length - 1; d >= 0; d -= 1) {
    let i = rows[d]?.[k + d] ?? 0;
    const before = rows[d - 1];
    let start = 0;
    let next = k;
    if (before !== undefined) {
      const left = k - 1 >= -(d - 1) ? (before[k - 1 + d - 1] ?? -1) : -1;
      const right = k + 1 <= d - 1 ? (before[k + 1 + d - 1] ?? -1) : -1;
      const down = k === -d || (k !== d && left < right);
      next = down ? k + 1 : k - 1;
      start = down ? right : left + 1;
    }
    for (; i > start; i -= 1) pair(pairing, a0 + i - 1, b0 + i - 1 - k);
    k = next;
  }
}
