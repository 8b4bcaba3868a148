import type { Block } from "#lib/domain/block.ts";
import type { ComparedRow } from "#lib/domain/version-views.ts";

/** Where a folded stretch begins: numbers of blocks from 1. Inside a stretch both sides count on by one. */
type Stretch = { readonly old: number; readonly fresh: number };

/** The whole text of one of the two versions: what is unchanged says the same in both. */
export type WholeText = { readonly side: "old" | "fresh"; readonly text: string; readonly blocks: readonly Block[] };

const mostAtOnce = 200;

/**
 * Where each folded stretch begins, by its place among the rows. An equal row stands on at least one side of every
 * fold, unless both texts are the same from end to end.
 */
export function stretchesOf(rows: readonly ComparedRow[]): ReadonlyMap<number, Stretch> {
  const stretches = new Map<number, Stretch>();
  for (const [index, row] of rows.entries()) {
    if (row.kind !== "skipped") continue;
    const before = equalAt(rows, index - 1);
    const after = equalAt(rows, index + 1);
    if (before !== null) stretches.set(index, { old: before.old + 1, fresh: before.fresh + 1 });
    else if (after !== null) stretches.set(index, { old: after.old - row.blocks, fresh: after.fresh - row.blocks });
  }
  return stretches;
}

/** The same rows with one folded stretch open, the one that begins at this block of the newer text; 200 blocks at most. */
export function unfold(
  rows: readonly ComparedRow[],
  { open, whole }: { open: number; whole: WholeText },
): ComparedRow[] {
  const stretches = stretchesOf(rows);
  return rows.flatMap((row, index) => {
    const stretch = stretches.get(index);
    if (row.kind !== "skipped" || stretch?.fresh !== open) return [row];
    const shown = Math.min(row.blocks, mostAtOnce);
    const first = stretch[whole.side] - 1;
    const opened = whole.blocks
      .slice(first, first + shown)
      .map((block, step) => equalRow(block, whole.text, { old: stretch.old + step, fresh: stretch.fresh + step }));
    const left = row.blocks - opened.length;
    return left > 0 ? [...opened, { kind: "skipped" as const, blocks: left }] : opened;
  });
}

function equalAt(rows: readonly ComparedRow[], index: number): Stretch | null {
  const row = rows[index];
  if (row === undefined || row.kind !== "same" || row.old === null || row.fresh === null) return null;
  return { old: row.old, fresh: row.fresh };
}

function equalRow({ type, level, dir, start, end }: Block, text: string, { old, fresh }: Stretch): ComparedRow {
  return { kind: "same", old, fresh, type, level, dir, text: text.slice(start, end), pieces: [], claims: [] };
}
