import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import type { Archive } from "#lib/formats/import/archive.ts";
import { openArchive } from "#lib/formats/import/archive.ts";
import type { LooksLike } from "#lib/formats/import/binary-signature.ts";
import { looksLikeBinary } from "#lib/formats/import/binary-signature.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";

/** The formats that are no text. */
export type ContainerFormat = "docx" | "odt" | "pdf" | "epub";

/** Tells a PDF and the documents in zip containers by their content; null for anything that may be text. */
export async function containerFormat(bytes: Uint8Array): Promise<Result<ContainerFormat | null, ImportProblem>> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString("latin1");
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) return await zipFormat(bytes);
  if (isPdf(bytes, head)) return ok("pdf");
  const looksLike = looksLikeBinary(bytes);
  if (looksLike === "an old Office file" && isEncryptedOffice(bytes)) return err({ kind: "encrypted" });
  return looksLike === null ? ok(null) : err({ kind: "binary", looksLike });
}

/** ISO 32000 readers take a PDF that begins within the first 1,024 bytes; a text about them has no objects. */
function isPdf(bytes: Uint8Array, head: string): boolean {
  if (/^(?:\xEF\xBB\xBF)?\s*%PDF-\d/.test(head)) return true;
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return /%PDF-\d/.test(head) && /^(?!\s*<)/.test(head) && source.includes("endobj") && source.includes("%%EOF");
}

/** A password puts a whole Office file into an old container, under a name in UTF-16. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes("EncryptedPackage", 0, "utf16le");
}

async function zipFormat(bytes: Uint8Array): Promise<Result<ContainerFormat, ImportProblem>> {
  const archive = await openArchive(bytes);
  if (!archive.ok) return archive;
  const { names } = archive.value;
  const has = (start: string) => names.some((name) => name.startsWith(start));
  if (has("word/")) return ok("docx");
  if (has("xl/")) return binary("a spreadsheet");
  if (has("ppt/")) return binary("a presentation");
  const type = await declaredType(archive.value);
  if (type === "application/epub+zip" || names.includes("META-INF/container.xml")) return ok("epub");
  if (/opendocument\.text/.test(type)) return ok("odt");
  if (/opendocument\.spreadsheet/.test(type)) return binary("a spreadsheet");
  if (/opendocument\.presentation/.test(type)) return binary("a presentation");
  if (/opendocument\./.test(type)) return binary("an OpenDocument file");
  return names.includes("content.xml") && names.includes("META-INF/manifest.xml") ? ok("odt") : binary("a zip archive");
}

const binary = (looksLike: LooksLike) => err({ kind: "binary" as const, looksLike });

/** OpenDocument and EPUB say what they are in a file of that name. */
async function declaredType({ read }: Archive): Promise<string> {
  const type = await read("mimetype");
  return type.ok && type.value !== null ? Buffer.from(type.value.subarray(0, 200)).toString("latin1").trim() : "";
}
