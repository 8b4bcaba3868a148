import type { Alignment } from "#lib/domain/alignment/align-texts.ts";
import { type BlockLinks, linkBlocks } from "#lib/domain/alignment/block-links.ts";
import { piecesOf } from "#lib/domain/alignment/compared-pieces.ts";
import type { ComparisonCounts, ComparisonRow } from "#lib/domain/comparison.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import type { Span } from "#lib/domain/span.ts";

type Blocks = { readonly older: readonly Span[]; readonly newer: readonly Span[] };
type Comparison = { readonly rows: readonly ComparisonRow[]; readonly counts: ComparisonCounts };

/**
 * Two versions block by block, in the order of the newer one, with what is gone where it stood. A block that was split
 * or joined shows on each side what of it is there. `same` and `added` pieces of a row join to the newer block's text.
 */
export function compareBlocks(alignment: Alignment, blocks: Blocks): Comparison {
  if (alignment.kind === "same") {
    const rows = blocks.newer.map((_, index) => ({ kind: "same" as const, old: index, fresh: index, pieces: [] }));
    return { rows, counts: { same: rows.length, changed: 0, added: 0, removed: 0, moved: 0 } };
  }
  const links = linkBlocks(alignment, blocks);
  const present = blocks.newer.map((_, index) => presentRow(alignment, { blocks, links, index }));
  const rows = withAbsent(present, links);
  const count = (kind: ComparisonRow["kind"]) => rows.filter((row) => row.kind === kind).length;
  const [same, changed, added] = [count("same"), count("changed"), count("added")];
  return { rows, counts: { same, changed, added, removed: count("removed"), moved: count("moved-here") } };
}

type Aligned = Extract<Alignment, { kind: "aligned" }>;
type Place = { readonly blocks: Blocks; readonly links: BlockLinks; readonly index: number };

function presentRow(alignment: Aligned, { blocks, links, index }: Place): ComparisonRow {
  const old = links.from[index] ?? -1;
  if (old === -1) return { kind: "added", old: null, fresh: index, pieces: [] };
  const isSame =
    wordsOf(alignment.older.text, blocks.older[old]) === wordsOf(alignment.newer.text, blocks.newer[index]);
  const pieces = isSame ? [] : piecesOf(alignment, { block: links.newer[index], from: links.older[old] });
  const kind = links.moved[index] === 1 ? "moved-here" : isSame ? "same" : "changed";
  return { kind, old, fresh: index, pieces };
}

function wordsOf(text: string, block: Span | undefined): string {
  return block === undefined ? "" : typographicFold(text.slice(block.start, block.end));
}

/** Puts what is gone, or went elsewhere, after the row of the older block before it. */
function withAbsent(present: readonly ComparisonRow[], { older, moved }: BlockLinks): ComparisonRow[] {
  const rowOf = new Map<number, number>();
  const movedTo = new Map<number, number>();
  for (const [index, { old }] of present.entries()) {
    if (old === null) continue;
    if (moved[index] === 1) movedTo.set(old, movedTo.get(old) ?? index);
    else rowOf.set(old, index);
  }
  const after = new Map<number, ComparisonRow[]>();
  let before = -1;
  for (let old = 0; old < older.length; old += 1) {
    const row = rowOf.get(old);
    if (row !== undefined) {
      before = Math.max(before, row);
      continue;
    }
    const fresh = movedTo.get(old) ?? null;
    const kind = fresh === null ? ("removed" as const) : ("moved-away" as const);
    after.set(before, [...(after.get(before) ?? []), { kind, old, fresh, pieces: [] }]);
  }
  return [...(after.get(-1) ?? []), ...present.flatMap((row, index) => [row, ...(after.get(index) ?? [])])];
}
