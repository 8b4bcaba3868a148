import { addressParser, decodeWords } from "postal-mime";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import { decodeBytes } from "#lib/formats/import/decode-bytes.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import type { ImportedDocument, ImportedMetadata } from "#lib/formats/import/imported-document.ts";
import { importLimits } from "#lib/formats/import/imported-document.ts";
import { isoOfMailDate } from "#lib/formats/import/mail-date.ts";
import { foundAddress, foundLine, foundNames } from "#lib/formats/import/metadata-values.ts";
import type { MessagePart } from "#lib/formats/import/mhtml-parts.ts";
import { bodyOf, contentTypeOf, messageParts, parameterOf } from "#lib/formats/import/mhtml-parts.ts";
import { readHtmlFragment, readHtmlPage } from "#lib/formats/import/read-html.ts";
import { readText } from "#lib/formats/import/read-text.ts";

/**
 * A page saved by a browser as one file (MHTML, RFC 2557): its root page, at the address it names itself. A mail: its
 * HTML, else its plain text, all of it. Pictures, styles and frames within are passed over.
 */
export function readMhtml(bytes: Uint8Array, address: string | null): Result<ImportedDocument, ImportProblem> {
  const { root, leaves } = messageParts(bytes);
  const part = mainPart(root, leaves);
  if (part === null) return err({ kind: "nothing-readable" });
  const body = bodyOf(part);
  if (body.byteLength > importLimits.bytes) return err({ kind: "too-large", limit: "bytes" });
  const markup = isHtml(part);
  const decoded = decodeBytes(body, { markup, contentType: contentTypeOf(part) });
  if (!decoded.ok) return decoded;
  const own = ownAddress(root, part);
  const read = !markup
    ? ok(readText(decoded.value.text))
    : own === null
      ? readHtmlFragment(decoded.value.text, null)
      : readHtmlPage(decoded.value.text, address ?? own.value);
  if (!read.ok) return read;
  const { metadata } = read.value;
  return ok({
    ...read.value,
    format: "mhtml",
    metadata:
      own === null ? mailMetadata(root, metadata) : { ...metadata, address: statedAddress(metadata, own, address) },
    warnings: [...decoded.value.warnings, ...read.value.warnings],
  });
}

const fetched = "where it was fetched";

/** The file says where it was saved from; nobody fetched it from there. */
function statedAddress(
  { address }: ImportedMetadata,
  own: NonNullable<ImportedMetadata["address"]>,
  given: string | null,
): ImportedMetadata["address"] {
  return given === null && (address === null || address.from === fetched) ? own : address;
}

/** The part that `start` names, or the first page; without one the first plain text. */
function mainPart(root: MessagePart, leaves: readonly MessagePart[]): MessagePart | null {
  const start = parameterOf(contentTypeOf(root), "start");
  const inline = leaves.filter((leaf) => !/^\s*attachment\b/i.test(leaf.headers.get("content-disposition") ?? ""));
  const pages = inline.filter(isHtml);
  const named = start === null ? undefined : pages.find((page) => page.headers.get("content-id") === start);
  return named ?? pages[0] ?? inline.find((leaf) => /^\s*text\/plain\b/i.test(contentTypeOf(leaf))) ?? null;
}

function isHtml(part: MessagePart): boolean {
  return /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentTypeOf(part));
}

function ownAddress(root: MessagePart, part: MessagePart): ImportedMetadata["address"] {
  const from = "the saved page";
  const stated = root.headers.get("snapshot-content-location") ?? part.headers.get("content-location");
  return foundAddress(stated, from, null);
}

function mailMetadata({ headers }: MessagePart, metadata: ImportedMetadata): ImportedMetadata {
  const from = "the mail";
  const [sender] = addressParser(headers.get("from")?.slice(0, 2_000) ?? "", { flatten: true });
  const day = isoOfMailDate(headers.get("date") ?? "");
  return {
    ...metadata,
    title: foundLine(decodeWords(headers.get("subject")?.slice(0, 2_000) ?? ""), from) ?? metadata.title,
    byline: foundNames(sender === undefined || sender.name === "" ? null : [sender.name], from),
    published: day === null ? null : { value: day, from },
  };
}
