import type { BlockDraft } from "#lib/domain/block.ts";
import { composeText } from "#lib/domain/text.ts";
import type { ImportedDocument } from "#lib/formats/import/imported-document.ts";

/** A block of a document, and whether reading took it; `why` says why it did not. */
export type DocumentPiece = {
  readonly block: BlockDraft;
  readonly taken: boolean;
  readonly why: "title" | "outside" | null;
};

/** Every block that has words, taken or not, in the order of the document. */
export function documentPieces({ blocks, dropped }: Pick<ImportedDocument, "blocks" | "dropped">): DocumentPiece[] {
  const out = dropped.toSorted((a, b) => a.before - b.before);
  const pieces: DocumentPiece[] = [];
  let next = 0;
  for (let index = 0; index <= blocks.length; index += 1) {
    for (
      let item = out[next];
      item !== undefined && (item.before <= index || index === blocks.length);
      item = out[next]
    ) {
      pieces.push({ block: item.block, taken: false, why: item.why });
      next += 1;
    }
    const block = blocks[index];
    if (block !== undefined) pieces.push({ block, taken: true, why: null });
  }
  return pieces.map((piece) => ({ ...piece, block: storable(piece.block) })).filter(({ block }) => hasWords(block));
}

/** Postgres keeps no NUL; in a text it would be dropped like every other control. */
function storable(block: BlockDraft): BlockDraft {
  if (block.runs.every((run) => !run.text.includes("\0"))) return block;
  return { ...block, runs: block.runs.map((run) => ({ ...run, text: run.text.replaceAll("\0", "") })) };
}

const letterOrDigit = /[\p{L}\p{N}]/u;

/** Composing tells what is left of a block; one with a letter in it need not be asked. */
function hasWords(block: BlockDraft): boolean {
  return block.runs.some(({ text }) => letterOrDigit.test(text)) || composeText([block]).blocks.length > 0;
}
