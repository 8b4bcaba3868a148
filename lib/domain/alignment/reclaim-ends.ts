import { type Pairing, pair, unpair } from "#lib/domain/alignment/pairing.ts";

/**
 * Gives a word back to its neighbour where a stray pair took it: the full stop after a passage that was paired with the
 * full stop of another one, which stands alone there.
 */
export function reclaimEnds(pairing: Pairing): void {
  const { a, b, toNew, toOld, moved } = pairing;
  for (let i = 1; i < toNew.length; i += 1) {
    const before = toNew[i - 1] ?? -1;
    if (toNew[i] !== -1 || before === -1) continue;
    const j = before + 1;
    if (j >= toOld.length || a[i] !== b[j]) continue;
    const holder = toOld[j] ?? -1;
    if (holder !== -1) {
      if (toNew[holder + 1] === j + 1) continue;
      unpair(pairing, holder);
    }
    pair(pairing, i, j);
    moved[i] = moved[i - 1] ?? 0;
  }
}
