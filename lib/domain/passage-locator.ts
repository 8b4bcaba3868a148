import type { Block } from "#lib/domain/block.ts";
import { placeWords } from "#lib/domain/block-place.ts";
import { blockAt, type Span } from "#lib/domain/span.ts";

/**
 * Where a passage stands in its source, as a citation says it: "p. 12", "00:01:22", "table row 3, cell 2", "figure".
 * Empty where the source has no such places. `span` is in the text, UTF-16 code units.
 */
export function passageLocator(text: string, blocks: readonly Block[], span: Span): string {
  const block = blockAt(blocks, span.start);
  if (block === undefined) return "";
  const place = block.place === undefined ? "" : placeWords(block.place);
  return [place, partWords(text, blocks, { block, span })].filter((words) => words !== "").join(", ");
}

function partWords(text: string, blocks: readonly Block[], at: { readonly block: Block; readonly span: Span }): string {
  const { block, span } = at;
  if (block.type === "caption") return "figure";
  if (block.type !== "table-row") return "";
  let row = 1;
  while (blocks[block.index - row]?.type === "table-row") row += 1;
  const cell = text.slice(block.start, span.start).split("\t").length;
  const last = text.slice(block.start, Math.min(span.end, block.end)).split("\t").length;
  return last === cell ? `table row ${row}, cell ${cell}` : `table row ${row}`;
}
