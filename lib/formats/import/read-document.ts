import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import { containerFormat } from "#lib/formats/import/container-format.ts";
import { decodeBytes, hasControls } from "#lib/formats/import/decode-bytes.ts";
import type { ReadableFormat } from "#lib/formats/import/detect-format.ts";
import { detectFormat, looksLikeMarkup, looksLikeMessage } from "#lib/formats/import/detect-format.ts";
import { finishDocument } from "#lib/formats/import/finish-document.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import type { DocumentFormat, ImportedDocument } from "#lib/formats/import/imported-document.ts";
import { importLimits } from "#lib/formats/import/imported-document.ts";
import { foundAddress } from "#lib/formats/import/metadata-values.ts";
import { readText } from "#lib/formats/import/read-text.ts";
import { unzipped } from "#lib/formats/import/unzipped.ts";

type Read = Result<ImportedDocument, ImportProblem>;

/** `contentType` is the HTTP header's value, `address` where it came from; `format` is taken instead of what it looks like. */
export type DocumentInput = {
  readonly bytes: Uint8Array;
  readonly fileName?: string;
  readonly contentType?: string;
  readonly address?: string;
  readonly format?: DocumentFormat;
  /** What becomes of tracked changes; accepted unless told otherwise. */
  readonly changes?: "accept" | "reject" | "show";
};

/**
 * Reads a file or a fetched page of any of our formats, gzipped or not; its content decides over its name. Never throws
 * on any input; takes time in proportion to its length, up to some seconds at 10 MB of text.
 */
export async function readDocument(input: DocumentInput): Promise<Read> {
  if (input.bytes.byteLength > importLimits.containerBytes) return err({ kind: "too-large", limit: "bytes" });
  const file = await unzipped(input.bytes);
  if (!file.ok) return file;
  const bytes = file.value;
  if (bytes.byteLength === 0) return err({ kind: "empty" });
  if (bytes.byteLength > importLimits.containerBytes) return err({ kind: "too-large", limit: "bytes" });
  const container = input.format === undefined ? await containerFormat(bytes) : ok(null);
  if (!container.ok) return container;
  const address = foundAddress(input.address, "where it was fetched", null);
  const read = await readAs(container.value ?? input.format ?? null, bytes, {
    ...input,
    address: address?.value ?? null,
  });
  if (!read.ok) return read;
  const { metadata } = read.value;
  return await finishDocument({ ...read.value, metadata: { ...metadata, address: metadata.address ?? address } });
}

/** Reads what was pasted: the clipboard's HTML, all of it, where it has text, else its plain text. */
export async function readPasted(input: { readonly text: string; readonly html?: string }): Promise<Read> {
  const html = input.html ?? "";
  if (html.length > importLimits.bytes) return err({ kind: "too-large", limit: "bytes" });
  if (input.text.length > importLimits.characters) return err({ kind: "too-large", limit: "characters" });
  if (input.text.trim() === "" && html.trim() === "") return err({ kind: "empty" });
  if (hasControls(input.text) || hasControls(html)) return err({ kind: "binary", looksLike: null });
  const read =
    html.trim() === "" ? null : (await import("#lib/formats/import/read-html.ts")).readHtmlFragment(html, null);
  if (read !== null && !read.ok) return read;
  if (read !== null && read.value.blocks.length > 0) return await finishDocument(read.value);
  if (input.text.trim() === "") return err({ kind: "nothing-readable" });
  return await finishDocument(readText(input.text.replace(/^\uFEFF/, "")));
}

type Told = Pick<DocumentInput, "fileName" | "contentType" | "changes"> & { readonly address: string | null };

/** What one kind of document alone needs is loaded for that kind. */
async function readAs(format: DocumentFormat | null, bytes: Uint8Array, told: Told): Promise<Read> {
  const changes = told.changes ?? "accept";
  switch (format) {
    case "docx":
      return await (await import("#lib/formats/import/word/read-docx.ts")).readDocx(bytes, { changes });
    case "odt":
      return await (await import("#lib/formats/import/word/read-odt.ts")).readOdt(bytes, { changes });
    case "pdf":
      return await (await import("#lib/formats/import/pdf/read-pdf.ts")).readPdf(bytes);
    case "epub":
      return await (await import("#lib/formats/import/epub/read-epub.ts")).readEpub(bytes);
    case "mhtml":
      return (await import("#lib/formats/import/mhtml.ts")).readMhtml(bytes, told.address);
    case "html":
    case "markdown":
    case "text":
    case "subtitles":
      return await readDecoded(format, bytes, told);
    case null:
      return looksLikeMessage(bytes) ? await readAs("mhtml", bytes, told) : await readDecoded(null, bytes, told);
  }
}

async function readDecoded(forced: ReadableFormat | null, bytes: Uint8Array, told: Told): Promise<Read> {
  if (bytes.byteLength > importLimits.bytes) return err({ kind: "too-large", limit: "bytes" });
  const contentType = told.contentType ?? "";
  const names = { fileName: (told.fileName ?? "").replace(/\.gz$/i, ""), contentType };
  const markup = forced === null ? looksLikeMarkup(bytes, names) : forced === "html";
  const decoded = decodeBytes(bytes, { markup, contentType });
  if (!decoded.ok) return decoded;
  const { text, warnings } = decoded.value;
  if (text.trim() === "") return err({ kind: "empty" });
  const read = await readTextAs(forced ?? detectFormat(text, names), text, told.address);
  return read.ok ? ok({ ...read.value, warnings: [...warnings, ...read.value.warnings] }) : read;
}

async function readTextAs(format: ReadableFormat, text: string, address: string | null): Promise<Read> {
  switch (format) {
    case "html":
      return (await import("#lib/formats/import/read-html.ts")).readHtmlPage(text, address);
    case "markdown":
      return (await import("#lib/formats/import/read-markdown.ts")).readMarkdown(text, address);
    case "subtitles":
      return ok((await import("#lib/formats/import/subtitles.ts")).readSubtitles(text));
    case "text":
      return ok(readText(text));
  }
}
