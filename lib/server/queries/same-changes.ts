import "server-only";
import { compareBlocks } from "#lib/domain/alignment/compare-blocks.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import type { Unplaced } from "#lib/server/queries/placing-rows.ts";
import { alignedWith } from "#lib/server/repositories/carried-claims.ts";

const longestCompared = 4000;

/**
 * A key for each claim whose words changed as another's did: the same words were removed and added, under the fold, or
 * both are gone from the same place. By claim; those like no other are left out.
 */
export function sameChanges(waiting: readonly Unplaced[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const seen = new Map<string, number>();
  for (const one of waiting) {
    const key = changeOf(one);
    if (key === null) continue;
    keys.set(one.placement.claimId, key);
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return new Map([...keys].filter(([, key]) => (seen.get(key) ?? 0) > 1));
}

function changeOf({ placement, before }: Unplaced): string | null {
  if (placement.kind === "lost") return `gone ${placement.near ?? 0}`;
  if (placement.kind === "ambiguous") return null;
  const [old, fresh] = [before.quote, placement.quote];
  if (old.length > longestCompared || fresh.length > longestCompared) return null;
  const whole = (text: string) => [{ start: 0, end: text.length }];
  const { rows } = compareBlocks(alignedWith(old, fresh), { older: whole(old), newer: whole(fresh) });
  const [row] = rows;
  const pieces = row?.kind === "changed" ? row.pieces.filter(({ kind }) => kind !== "same") : [];
  if (pieces.length === 0) return null;
  return JSON.stringify(pieces.map(({ kind, text }) => [kind, typographicFold(text)]));
}
