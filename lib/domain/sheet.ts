import type { Block, BlockType } from "#lib/domain/block.ts";
import { placeBefore } from "#lib/domain/block-place.ts";
import { firstIndex } from "#lib/domain/first-index.ts";
import type { Span } from "#lib/domain/span.ts";

/** What is drawn again as one when a claim on it changes: a block, an item of a list, or a whole table. */
export type Unit = Span & { readonly index: number; readonly blocks: readonly Block[] };

/** Blocks that make one thing on the page: a list, a table, or a block on its own. Neither list is ever empty. */
export type BlockGroup = {
  readonly type: BlockType;
  readonly first: Block;
  readonly units: readonly Unit[];
  /** Where it stood in what was imported, where that has to be said: a page that begins, a time; "" for nothing. */
  readonly place: string;
};

/** Groups that the browser lays out, or skips, together; `end` is behind the last of them. UTF-16 code units. */
export type Chunk = Span & { readonly groups: readonly BlockGroup[] };

/** Chunks that are skipped together when all of them are far away, so that only a few have to be watched. */
export type Part = Span & { readonly chunks: readonly Chunk[] };

/** A version's text as it stands on the page; immutable, as versions are. */
export type Sheet = {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly units: readonly Unit[];
  /** What stands in one element each, in order. */
  readonly stretches: readonly Span[];
};

/** A third of a screen of words: little to lay out in one frame. UTF-16 code units. */
const chunkLength = 1_000;
/** Some screens of words. */
const partLength = 12_000;

export function sheetOf(text: string, blocks: readonly Block[]): Sheet {
  const units: Unit[] = [];
  const unit = (some: readonly Block[], first: Block): Unit => {
    const made = { index: units.length, blocks: some, start: first.start, end: some.at(-1)?.end ?? first.end };
    units.push(made);
    return made;
  };
  const groups = runsOf(blocks).map(({ first, blocks: run }) => {
    const { type, start } = first;
    const made = type === "list-item" ? run.map((item) => unit([item], item)) : [unit(run, first)];
    const place = placeBefore(first, blocks[first.index - 1]);
    return { type, first, units: made, place, start, end: run.at(-1)?.end ?? first.end };
  });
  const chunks = packed(groups, chunkLength).map(({ start, end, items }) => ({ start, end, groups: items }));
  const parts = packed(chunks, partLength).map(({ start, end, items }) => ({ start, end, chunks: items }));
  return { text, parts, units, stretches: blocks.flatMap((block) => stretchesOf(text, block)) };
}

/** Puts what follows each other together as long as it is no longer than `longest` in all. */
function packed<T extends Span>(items: readonly T[], longest: number): (Span & { readonly items: T[] })[] {
  const packs: { start: number; end: number; items: T[] }[] = [];
  for (const item of items) {
    const last = packs.at(-1);
    if (last === undefined || item.end - last.start > longest) {
      packs.push({ start: item.start, end: item.end, items: [item] });
    } else {
      last.items.push(item);
      last.end = item.end;
    }
  }
  return packs;
}

/** Rows and items stand together as far as they follow each other. */
function runsOf(blocks: readonly Block[]): { first: Block; blocks: Block[] }[] {
  const runs: { first: Block; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (last !== undefined && last.first.type === block.type && joined.has(block.type)) last.blocks.push(block);
    else runs.push({ first: block, blocks: [block] });
  }
  return runs;
}

const joined: ReadonlySet<BlockType> = new Set(["list-item", "table-row"]);

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

/**
 * The part of a span that is on the page, for it may begin or end in the space between two stretches; null when none is.
 */
export function shownSpan({ stretches }: Sheet, span: Span): Span | null {
  const from = firstIndex(stretches, (stretch) => stretch.end > span.start);
  const to = firstIndex(stretches, (stretch) => stretch.start >= span.end) - 1;
  const [first, last] = [stretches[from], stretches[to]];
  if (first === undefined || last === undefined || from > to) return null;
  return { start: Math.max(span.start, first.start), end: Math.min(span.end, last.end) };
}
