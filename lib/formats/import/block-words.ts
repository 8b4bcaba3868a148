import type { BlockDraft } from "#lib/domain/block.ts";
import { typographicFold } from "#lib/domain/fold.ts";

export function textOfDraft(draft: BlockDraft): string {
  return draft.runs.map((run) => run.text).join("");
}

/** For "says the same": the typographic fold without case. */
export function sameWords(text: string): string {
  return typographicFold(text).toLowerCase();
}

export function charactersOf(blocks: readonly BlockDraft[]): number {
  let total = 0;
  for (const block of blocks) for (const run of block.runs) total += run.text.length;
  return total;
}
