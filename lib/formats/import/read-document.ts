import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import { decodeBytes, hasControls } from "#lib/formats/import/decode-bytes.ts";
import { detectFormat, looksLikeMarkup } from "#lib/formats/import/detect-format.ts";
import { finishDocument } from "#lib/formats/import/finish-document.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import type { ImportedDocument } from "#lib/formats/import/imported-document.ts";
import { importLimits } from "#lib/formats/import/imported-document.ts";
import { foundAddress } from "#lib/formats/import/metadata-values.ts";
import { readHtmlFragment, readHtmlPage } from "#lib/formats/import/read-html.ts";
import { readMarkdown } from "#lib/formats/import/read-markdown.ts";
import { readText } from "#lib/formats/import/read-text.ts";

/**
 * Reads a file or a fetched page: HTML, Markdown or plain text. `contentType` is the HTTP header's value, `address`
 * where it came from. Never throws on any input; takes time in proportion to its length, up to some seconds at 10 MB.
 */
export function readDocument(input: {
  readonly bytes: Uint8Array;
  readonly fileName?: string;
  readonly contentType?: string;
  readonly address?: string;
}): Result<ImportedDocument, ImportProblem> {
  if (input.bytes.byteLength === 0) return err({ kind: "empty" });
  if (input.bytes.byteLength > importLimits.bytes) return err({ kind: "too-large", limit: "bytes" });
  const names = { fileName: input.fileName ?? "", contentType: input.contentType ?? "" };
  const decoded = decodeBytes(input.bytes, {
    markup: looksLikeMarkup(input.bytes, names),
    contentType: names.contentType,
  });
  if (!decoded.ok) return decoded;
  const { text, warnings } = decoded.value;
  if (text.trim() === "") return err({ kind: "empty" });
  const address = foundAddress(input.address, "where it was fetched", null);
  const read = readAs(detectFormat(text, names), text, address?.value ?? null);
  if (!read.ok) return read;
  return finishDocument({
    ...read.value,
    metadata: { ...read.value.metadata, address: read.value.metadata.address ?? address },
    warnings: [...warnings, ...read.value.warnings],
  });
}

/** Reads what was pasted: the clipboard's HTML, all of it, where it has text, else its plain text. */
export function readPasted(input: {
  readonly text: string;
  readonly html?: string;
}): Result<ImportedDocument, ImportProblem> {
  const html = input.html ?? "";
  if (html.length > importLimits.bytes) return err({ kind: "too-large", limit: "bytes" });
  if (input.text.length > importLimits.characters) return err({ kind: "too-large", limit: "characters" });
  if (input.text.trim() === "" && html.trim() === "") return err({ kind: "empty" });
  if (hasControls(input.text) || hasControls(html)) return err({ kind: "binary", looksLike: null });
  const read = html.trim() === "" ? null : readHtmlFragment(html, null);
  if (read !== null && !read.ok) return read;
  if (read !== null && read.value.blocks.length > 0) return finishDocument(read.value);
  if (input.text.trim() === "") return err({ kind: "nothing-readable" });
  return finishDocument(readText(input.text.replace(/^\uFEFF/, "")));
}

function readAs(
  format: ImportedDocument["format"],
  text: string,
  address: string | null,
): Result<ImportedDocument, ImportProblem> {
  switch (format) {
    case "html":
      return readHtmlPage(text, address);
    case "markdown":
      return readMarkdown(text, address);
    case "text":
      return ok(readText(text));
  }
}
