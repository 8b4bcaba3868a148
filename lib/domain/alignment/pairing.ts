import type { Tokens } from "#lib/domain/alignment/tokens.ts";

/**
 * Which token of the older text is which of the newer. `toNew` and `toOld` hold indexes of tokens or -1 and are each
 * other's inverse; `moved` is 1 for older tokens whose passage left the common order of the two texts.
 */
export type Pairing = {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly toNew: Int32Array;
  readonly toOld: Int32Array;
  readonly moved: Uint8Array;
};

/** `[a0, a1)` of the older tokens beside `[b0, b1)` of the newer. */
export type Range = { readonly a0: number; readonly a1: number; readonly b0: number; readonly b1: number };

export function emptyPairing(older: Tokens, newer: Tokens): Pairing {
  return {
    a: older.ids,
    b: newer.ids,
    toNew: new Int32Array(older.count).fill(-1),
    toOld: new Int32Array(newer.count).fill(-1),
    moved: new Uint8Array(older.count),
  };
}

/** Pairs two tokens, which must be equal and unpaired. */
export function pair({ toNew, toOld }: Pairing, i: number, j: number): void {
  toNew[i] = j;
  toOld[j] = i;
}

export function unpair({ toNew, toOld, moved }: Pairing, i: number): void {
  const j = toNew[i] ?? -1;
  if (j >= 0) toOld[j] = -1;
  toNew[i] = -1;
  moved[i] = 0;
}

/** Pairs what the two sides of a range begin and end with; what is left between. */
export function trimmed(pairing: Pairing, { a0, a1, b0, b1 }: Range): Range {
  const { a, b } = pairing;
  let [i, j, k, l] = [a0, b0, a1, b1];
  while (i < k && j < l && a[i] === b[j]) {
    pair(pairing, i, j);
    i += 1;
    j += 1;
  }
  while (k > i && l > j && a[k - 1] === b[l - 1]) {
    k -= 1;
    l -= 1;
    pair(pairing, k, l);
  }
  return { a0: i, a1: k, b0: j, b1: l };
}
