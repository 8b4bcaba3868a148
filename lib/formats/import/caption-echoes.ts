import type { BlockDraft } from "#lib/domain/block.ts";
import type { PlacedBlock } from "#lib/formats/import/block-builder.ts";
import { sameWords, textOfDraft } from "#lib/formats/import/block-words.ts";

/** Drops a picture's alternative text where the block before or after it says the same, as captions often do. */
export function withoutEchoes(placed: readonly PlacedBlock[], pictures: ReadonlySet<string>): readonly PlacedBlock[] {
  if (pictures.size === 0) return placed;
  return placed.filter(({ block }, index) => {
    const text = textOfDraft(block);
    if (block.type !== "caption" || !pictures.has(text)) return true;
    const said = sameWords(text);
    const before = placed[index - 1]?.block;
    const after = placed[index + 1]?.block;
    if (before !== undefined && saysToo(before, said)) return false;
    return (
      after === undefined || !saysToo(after, said) || (pictures.has(textOfDraft(after)) && after.type === "caption")
    );
  });
}

function saysToo(block: BlockDraft, said: string): boolean {
  const text = sameWords(textOfDraft(block));
  return block.type === "caption" ? text.includes(said) : text === said;
}
