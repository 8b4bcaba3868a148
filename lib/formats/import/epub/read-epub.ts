import type { BlockDraft } from "#lib/domain/block.ts";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import { openArchive } from "#lib/formats/import/archive.ts";
import { charactersOf } from "#lib/formats/import/block-words.ts";
import { decodeBytes } from "#lib/formats/import/decode-bytes.ts";
import { readChapter } from "#lib/formats/import/epub/chapter.ts";
import { epubMetadata } from "#lib/formats/import/epub/epub-metadata.ts";
import { lockedFiles } from "#lib/formats/import/epub/locked-files.ts";
import { readPackage } from "#lib/formats/import/epub/package-file.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import type { DroppedBlock, ImportedDocument } from "#lib/formats/import/imported-document.ts";
import { importLimits } from "#lib/formats/import/imported-document.ts";

const mostDropped = 1_000;

/**
 * Reads an EPUB: its chapters in the order of its spine. Navigation and what stands outside the run of the text are
 * dropped; scrambled fonts are no hindrance, encrypted chapters are.
 */
export async function readEpub(bytes: Uint8Array): Promise<Result<ImportedDocument, ImportProblem>> {
  const archive = await openArchive(bytes);
  if (!archive.ok) return archive;
  const book = await readPackage(archive.value);
  if (!book.ok) return book;
  const locked = await lockedFiles(archive.value);
  if (book.value.spine.some(({ path }) => locked.has(path))) return err({ kind: "encrypted" });
  const blocks: BlockDraft[] = [];
  const dropped: DroppedBlock[] = [];
  const missing: string[] = [];
  const warnings = new Set<string>();
  let characters = 0;
  const drop = (some: readonly BlockDraft[]) => {
    for (const block of some) dropped.push({ before: blocks.length, block, why: "outside" });
  };
  const seen = new Set<string>();
  for (const { path, isAside } of book.value.spine) {
    if (seen.has(path)) continue;
    seen.add(path);
    const file = await archive.value.read(path);
    if (!file.ok) return file;
    const decoded = file.value === null ? null : decodeBytes(file.value, { markup: true, contentType: "" });
    if (decoded === null || !decoded.ok) {
      missing.push(path);
      continue;
    }
    for (const warning of decoded.value.warnings.filter((text) => text.includes("\uFFFD"))) warnings.add(warning);
    const chapter = readChapter(decoded.value.text);
    if (!chapter.ok) return chapter;
    drop(chapter.value.navigation);
    if (isAside) drop(chapter.value.blocks);
    else for (const block of chapter.value.blocks) blocks.push(block);
    characters += charactersOf(chapter.value.blocks);
    if (characters > importLimits.characters) return err({ kind: "too-large", limit: "characters" });
  }
  if (blocks.length === 0 && missing.length > 0) return err({ kind: "damaged" });
  if (missing.length > 0) warnings.add(`Missing or unreadable in the book: ${missing.slice(0, 10).join(", ")}.`);
  const metadata = epubMetadata(book.value.metadata);
  return ok({
    blocks,
    metadata,
    format: "epub",
    dropped: dropped.slice(0, mostDropped),
    notes: [],
    warnings: [...warnings],
  });
}
