import type { Pairing, Range } from "#lib/domain/alignment/pairing.ts";

/** Ranges whose sides multiply to no more than this are searched by a table. */
export const mostCells = 4096;

const table = new Uint16Array((mostCells + 1) * 2 + 2 * mostCells);

/**
 * Pairs a longest common subsequence of a small range, by the table of R. Wagner and M. Fischer (1974). Most gaps are a
 * few words wide, and there this needs no memory of its own.
 */
export function pairByTable({ a, b, toNew, toOld }: Pairing, { a0, a1, b0, b1 }: Range): void {
  const n = a1 - a0;
  const m = b1 - b0;
  const row = m + 1;
  for (let k = 0; k <= m; k += 1) table[n * row + k] = 0;
  for (let i = n - 1; i >= 0; i -= 1) {
    const own = i * row;
    table[own + m] = 0;
    const id = a[a0 + i];
    for (let j = m - 1; j >= 0; j -= 1) {
      const below = table[own + row + j] ?? 0;
      const right = table[own + j + 1] ?? 0;
      table[own + j] = id === b[b0 + j] ? (table[own + row + j + 1] ?? 0) + 1 : Math.max(below, right);
    }
  }
  let i = 0;
  let j = 0;
  while (i < n && j < m && (table[i * row + j] ?? 0) > 0) {
    if (a[a0 + i] === b[b0 + j]) {
      toNew[a0 + i] = b0 + j;
      toOld[b0 + j] = a0 + i;
      i += 1;
      j += 1;
    } else if ((table[(i + 1) * row + j] ?? 0) >= (table[i * row + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
}
