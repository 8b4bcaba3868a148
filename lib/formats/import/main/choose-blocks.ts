import { blockSigns, type PageHints } from "#lib/formats/import/main/block-signs.ts";
import { chanceOf, readForest } from "#lib/formats/import/main/forest.ts";
import { start, trees } from "#lib/formats/import/main/learned-trees.ts";
import type { PageBlock, PageOutline } from "#lib/formats/import/main/page-outline.ts";
import { isFurniture } from "#lib/formats/import/main/text-signs.ts";

const forest = readForest(start, trees);

/** For each block of a page, whether it is part of its article. Takes time in proportion to the page. */
export function chooseBlocks(outline: PageOutline, hints: PageHints): boolean[] {
  const chances: number[] = [];
  for (const row of blockSigns(outline, hints)) chances.push(chanceOf(forest, row));
  const least = bestLimit(
    chances,
    outline.blocks.map(({ letters }) => letters),
  );
  return outline.blocks.map((block, index) => {
    const chance = chances[index] ?? 0;
    return chance >= least && !isFurniture(block.text) && !(chance < sure && isLinkAlone(block));
  });
}

/** A paragraph that is nothing but a link, amid others, mostly points to another article. */
const isLinkAlone = ({ draft, letters, linked }: PageBlock) =>
  draft.type === "paragraph" && letters > 12 && linked > letters * 0.95;
const sure = 0.8;

/**
 * The chance from which on blocks are taken so that the F1 to be expected, over letters, is highest. It is below a half
 * where much is uncertain, since losing half an article is worse than keeping a box beside it.
 */
function bestLimit(chances: readonly number[], letters: readonly number[]): number {
  const order = chances.map((_, index) => index).sort((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0));
  const wanted = order.reduce((sum, index) => sum + (chances[index] ?? 0) * (letters[index] ?? 0), 0);
  let [hit, taken, best, limit] = [0, 0, 0, 0.5];
  for (const index of order) {
    const [chance, length] = [chances[index] ?? 0, letters[index] ?? 0];
    hit += chance * length;
    taken += length;
    const f1 = (2 * hit) / (taken + wanted);
    if (f1 > best) [best, limit] = [f1, chance];
  }
  return limit;
}
