import type { BlockDraft } from "#lib/domain/block.ts";
import { sameWords, textOfDraft } from "#lib/formats/import/block-words.ts";
import { cleanLine } from "#lib/formats/import/clean-line.ts";

const most = 50;

/**
 * Short texts of the page's blocks that were not taken, in the page's order; of more than 50, the longest, since a lost
 * paragraph matters more than a lost menu entry.
 */
export function leftOutTexts(page: readonly BlockDraft[], taken: readonly BlockDraft[]): readonly string[] {
  const takenBlocks = taken.map((block) => sameWords(textOfDraft(block)));
  const known = new Set(takenBlocks);
  const whole = takenBlocks.join(" ");
  const dropped: { readonly text: string; readonly length: number; readonly index: number }[] = [];
  for (const [index, block] of page.entries()) {
    const words = sameWords(textOfDraft(block));
    if (words === "" || known.has(words)) continue;
    known.add(words);
    dropped.push({ text: words, length: words.length, index });
  }
  return dropped
    .sort((a, b) => b.length - a.length)
    .slice(0, most * 4)
    .filter((candidate) => candidate.length < 20 || !whole.includes(candidate.text))
    .slice(0, most)
    .sort((a, b) => a.index - b.index)
    .flatMap(({ index }) => {
      const block = page[index];
      const text = block === undefined ? null : cleanLine(textOfDraft(block), 200);
      return text === null ? [] : [text];
    });
}
