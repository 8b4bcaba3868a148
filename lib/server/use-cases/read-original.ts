import "server-only";
import { reviseBlocks } from "#lib/domain/alignment/revise-blocks.ts";
import type { TrackedChanges } from "#lib/domain/import-views.ts";
import type { Result } from "#lib/domain/result.ts";
import type { ComposedText } from "#lib/domain/text.ts";
import { decodeBytes } from "#lib/formats/import/decode-bytes.ts";
import { finishDocument } from "#lib/formats/import/finish-document.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import type { ImportedDocument } from "#lib/formats/import/imported-document.ts";
import { noMetadata } from "#lib/formats/import/imported-document.ts";
import { readPasted } from "#lib/formats/import/read-document.ts";
import { readApart } from "#lib/server/reading-threads.ts";
import type { Brought } from "#lib/server/use-cases/obtain-original.ts";
import { revisedDocument } from "#lib/server/use-cases/revised-document.ts";

type Reading = {
  readonly changes?: TrackedChanges;
  /** The text that this one follows as the next version. */
  readonly newest: ComposedText | null;
};

type Read = Result<ImportedDocument, ImportProblem>;

/**
 * Reads bytes as they were obtained, the same way however often. Plain text says nothing of its form: the next version
 * of an article keeps the form that its words have.
 */
export async function readOriginal(brought: Brought, { changes, newest }: Reading): Promise<Read> {
  const isPasted = brought.obtainedBy === "pasted";
  const read = isPasted ? await pasted(brought) : await document(brought, changes);
  if (!read.ok || newest === null || read.value.format !== "text") return read;
  return await revisedDocument(newest, isPasted ? charactersOf(brought) : plainText(brought), read.value);
}

async function document({ bytes, mediaType, fileName, address }: Brought, changes?: TrackedChanges): Promise<Read> {
  const names = { fileName, contentType: mediaType, ...(address === "" ? {} : { address }) };
  const input = { bytes, ...names, ...(changes === undefined ? {} : { changes }) };
  return await readApart(input);
}

async function pasted(brought: Brought): Promise<Read> {
  const words = new TextDecoder("utf-8", { ignoreBOM: true }).decode(brought.bytes);
  return brought.mediaType === "text/html"
    ? await readPasted({ text: brought.plain ?? "", html: words })
    : await readPasted({ text: words });
}

/** What was pasted as plain text. */
function charactersOf({ bytes, plain }: Brought): string {
  return plain ?? new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/** The characters of a file that was read before as plain text. */
function plainText({ bytes, mediaType }: Brought): string {
  const decoded = decodeBytes(bytes, { markup: false, contentType: mediaType });
  return decoded.ok ? decoded.value.text : "";
}

/** The edited text as blocks, which keep the types and marks that they have in the newest version. */
export async function readEdited(newest: ComposedText, text: string): Promise<Read> {
  // The text is held against the newest version: too much of it, or none, is refused before that.
  const plain = await readPasted({ text });
  if (!plain.ok) return plain;
  const blocks = reviseBlocks(newest, text);
  return await finishDocument({ blocks, metadata: noMetadata, format: "text", dropped: [], notes: [], warnings: [] });
}
