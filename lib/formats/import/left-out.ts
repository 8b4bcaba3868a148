import type { BlockDraft } from "#lib/domain/block.ts";
import { textOfDraft } from "#lib/formats/import/block-words.ts";
import { cleanLine } from "#lib/formats/import/clean-line.ts";
import type { DroppedBlock } from "#lib/formats/import/imported-document.ts";

/** Dropped blocks beyond this many are not shown; the longest are, since a lost paragraph matters more than a menu entry. */
const most = 1_000;

/** The blocks that are not among `isTaken`, each where it stood among those that are. */
export function droppedBlocks(blocks: readonly BlockDraft[], isTaken: readonly boolean[]): DroppedBlock[] {
  const dropped: DroppedBlock[] = [];
  let before = 0;
  for (const [index, block] of blocks.entries()) {
    if (isTaken[index] === true) before += 1;
    else dropped.push({ before, block, why: "outside" });
  }
  if (dropped.length <= most) return dropped;
  const lengths = new Map(dropped.map((item) => [item, textOfDraft(item.block).length]));
  const longest = dropped.toSorted((a, b) => (lengths.get(b) ?? 0) - (lengths.get(a) ?? 0)).slice(0, most);
  const kept = new Set(longest);
  return dropped.filter((item) => kept.has(item));
}

/** What was dropped in a few words each, for a glance; of more than 50 the longest. */
export function leftOutWords(dropped: readonly DroppedBlock[]): string[] {
  const lines = dropped.flatMap(({ block, why }) => {
    const words = textOfDraft(block);
    const line = cleanLine(why === "title" ? `Kept as the title: ${words}` : words, 200);
    return line === null ? [] : [{ line, length: why === "title" ? Number.POSITIVE_INFINITY : words.length }];
  });
  const kept = new Set(lines.toSorted((a, b) => b.length - a.length).slice(0, 50));
  return lines.filter((item) => kept.has(item)).map(({ line }) => line);
}
