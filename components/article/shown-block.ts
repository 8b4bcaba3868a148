import type { Block, BlockType } from "#lib/domain/block.ts";
import type { MarkedSpan } from "#lib/domain/fragments.ts";
import type { Span } from "#lib/domain/span.ts";

/** Blocks that make one thing on the page: a list, a table, or a block on its own. Never empty. */
export type BlockGroup = { readonly type: BlockType; readonly first: Block; readonly blocks: readonly Block[] };

const joined: ReadonlySet<BlockType> = new Set(["list-item", "table-row"]);

export function groupBlocks(blocks: readonly Block[]): BlockGroup[] {
  const groups: { type: BlockType; first: Block; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last !== undefined && last.type === block.type && joined.has(block.type)) last.blocks.push(block);
    else groups.push({ type: block.type, first: block, blocks: [block] });
  }
  return groups;
}

/** The stretches of a block that stand in one element: the cells of a table row, or the whole block. */
export function stretchesOf(text: string, block: Block): Span[] {
  if (block.type !== "table-row") return [{ start: block.start, end: block.end }];
  const stretches: Span[] = [];
  let start = block.start;
  for (const cell of text.slice(block.start, block.end).split("\t")) {
    stretches.push({ start, end: start + cell.length });
    start += cell.length + 1;
  }
  return stretches;
}

/** The part of each span that is on the page: a span may begin or end in the space between two stretches. */
export function shownSpans(stretches: readonly Span[], spans: readonly MarkedSpan[]): ReadonlyMap<string, Span> {
  const shown = new Map<string, Span>();
  for (const span of spans) {
    const touched = stretches.filter((stretch) => stretch.start < span.end && stretch.end > span.start);
    const first = touched[0];
    const last = touched.at(-1);
    if (first === undefined || last === undefined) continue;
    shown.set(span.id, { start: Math.max(span.start, first.start), end: Math.min(span.end, last.end) });
  }
  return shown;
}
