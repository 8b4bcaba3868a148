import "server-only";
import { reviseBlocks } from "#lib/domain/alignment/revise-blocks.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import type { Result } from "#lib/domain/result.ts";
import type { ComposedText } from "#lib/domain/text.ts";
import { finishDocument } from "#lib/formats/import/finish-document.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import type { ImportedDocument } from "#lib/formats/import/imported-document.ts";

/**
 * A plain text that follows a version, with the blocks and marks that its words have there. `read` is what the reader
 * of plain text made of it: a title that the version does not begin with stays out of the text.
 */
export async function revisedDocument(
  newest: ComposedText,
  raw: string,
  read: ImportedDocument,
): Promise<Result<ImportedDocument, ImportProblem>> {
  const { title } = read.metadata;
  const [first] = newest.blocks;
  const opening = first === undefined ? "" : newest.text.slice(first.start, first.end);
  const keepsTitle = title !== null && typographicFold(opening) === typographicFold(title.value);
  const text = partedText(newest, raw);
  const own = title === null || keepsTitle ? text : text.replace(/^[^\n]*\n+/, "");
  const metadata = keepsTitle ? { ...read.metadata, title: null } : read.metadata;
  const dropped = keepsTitle ? [] : read.dropped;
  const finished = await finishDocument({ ...read, metadata, dropped, blocks: reviseBlocks(newest, own) });
  if (!finished.ok) return finished;
  return { ok: true, value: { ...finished.value, warnings: [...new Set(finished.value.warnings)] } };
}

/** Blocks parted by blank lines; where there are none, every line is a block. A blank line inside code has a space. */
function partedText(newest: ComposedText, raw: string): string {
  const text = raw.replace(/^\uFEFF/, "").replace(/\r\n?|[\u0085\u2028\u2029\f\v]/g, "\n");
  if (text === newest.text) return text;
  const lines = text.trim();
  if (!/\n[^\S\n]*\n/.test(lines)) return newest.blocks.length > 1 ? lines.replace(/\n/g, "\n\n") : lines;
  const hasCode = newest.blocks.some((block) => block.type === "code");
  return hasCode ? lines : lines.replace(/\n(?:[^\S\n]*\n)+/g, "\n\n");
}
