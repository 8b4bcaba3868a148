import type { BlockDraft } from "#lib/domain/block.ts";
import { documentPieces } from "#lib/formats/import/document-pieces.ts";
import type { ImportedDocument } from "#lib/formats/import/imported-document.ts";

/**
 * All that a kept copy says, for evidence may stand in a table or a box that no article has: its title, its main text,
 * and after that, in their order, the blocks that an import would leave out (of a page with more than 1,000 of them the
 * longest).
 */
export function captureBlocks(document: Pick<ImportedDocument, "blocks" | "dropped">): BlockDraft[] {
  const pieces = documentPieces(document);
  const title = pieces.find(({ why, block }) => why === "title" && block.type === "heading");
  const main = pieces.filter(({ taken }) => taken);
  const rest = pieces.filter((piece) => !piece.taken && piece !== title);
  return [...(title === undefined ? [] : [title]), ...main, ...rest].map(({ block }) => block);
}
