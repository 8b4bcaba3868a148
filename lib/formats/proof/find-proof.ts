import type { EditionFormat } from "#lib/domain/edition.ts";
import { err, ok, type Result } from "#lib/domain/result.ts";
import { bytesOfBase64url } from "#lib/formats/proof/base64url.ts";
import { editionLimits } from "#lib/formats/proof/edition-limits.ts";
import { pdfAttachment } from "#lib/formats/proof/pdf-attachment.ts";
import { utf8 } from "#lib/formats/proof/utf8.ts";
import { zipPart } from "#lib/formats/proof/zip-part-of.ts";

/** `text` is the JSON of the signed edition; `formats` are those that the file may be, the likeliest first. */
type FoundProof = {
  readonly text: string;
  readonly formats: readonly EditionFormat[];
  /** What stands beside a file that holds a proof of its own, to be held against it. */
  readonly beside: string | null;
};

type Held = { readonly text: string | null; readonly formats: readonly EditionFormat[] };

const none =
  "No edition of a report is in this file. Give the file beside it as well, NAME.stet.json, if it came with one.";
const noneAtEnd =
  "No edition of a report is in this file. A report holds it at its end, so this one was cut, or is none. A source list has it beside it: give its NAME.stet.json as well.";

/**
 * The signed edition that an exported file holds, or that stands beside it; the error is a sentence for whoever gave the
 * file. Runs in a browser as well.
 */
export async function findProof(
  fileName: string,
  bytes: Uint8Array,
  sidecar?: Uint8Array,
): Promise<Result<FoundProof, string>> {
  const held = await heldIn(fileName, bytes);
  if (!held.ok) return held;
  const { text, formats } = held.value;
  const beside = sidecar === undefined ? null : utf8(sidecar)?.replace(/\n$/, "");
  if (beside === undefined) return err("The file beside it is not text in UTF-8, and so no proof.");
  if (text !== null) return ok({ text, formats, beside });
  if (beside === null) return err(/\.(?:html?|md)$/i.test(fileName) ? noneAtEnd : none);
  return ok({ text: beside, formats, beside: null });
}

async function heldIn(fileName: string, bytes: Uint8Array): Promise<Result<Held, string>> {
  if (bytes.byteLength === 0) return err("This file is empty.");
  if (startsWith(bytes, "%PDF-")) {
    const text = await pdfAttachment(bytes);
    return text.ok ? ok({ text: text.value, formats: ["pdf", "pdf-archive"] }) : text;
  }
  if (startsWith(bytes, "PK\u0003\u0004")) {
    const part = await zipPart(bytes, "stet/edition.json");
    if (!part.ok) return part;
    return ok({ text: part.value.text, formats: part.value.names.includes("xl/workbook.xml") ? ["xlsx"] : ["docx"] });
  }
  const text = utf8(bytes);
  if (text === null)
    return err("This file is neither text in UTF-8 nor a PDF, a Word file or a workbook: it is no export of a report.");
  return heldInText(fileName, text);
}

function heldInText(fileName: string, text: string): Result<Held, string> {
  if (isSigned(text)) return isNamedJson(fileName) ? ok({ text, formats: ["json"] }) : err(misnamed);
  const html = between(text, '<script type="application/json" id="stet-edition">', "</script>");
  if (html !== null) return html.isTwice ? err(twice) : ok({ text: html.words, formats: ["html"] });
  const markdown = between(text, "<!-- stet-edition ", " -->");
  if (markdown !== null) {
    if (markdown.isTwice) return err(twice);
    const words = wordsOf(markdown.words);
    return words === null
      ? err("The edition in this file cannot be read: it was cut or changed.")
      : ok({ text: words, formats: ["markdown"] });
  }
  return ok({ text: null, formats: formatsBeside(fileName) });
}

const twice = "This file holds an edition more than once, and only one of them could be meant. It was changed.";

const misnamed =
  "This is the JSON of an edition in a file that is not named .json, and what opens it by its name may show something else. Ask the desk for the file again, or name it .json and check it again.";

/** A name without an ending tells no program to take it for anything. */
function isNamedJson(fileName: string): boolean {
  return !fileName.includes(".") || fileName.toLowerCase().endsWith(".json");
}

/** The words between two marks, to the end when cut, and whether the first one stands there again. Null without it. */
function between(
  text: string,
  start: string,
  end: string,
): { readonly words: string; readonly isTwice: boolean } | null {
  const mark = text.indexOf(start);
  if (mark === -1) return null;
  const from = mark + start.length;
  const stop = text.indexOf(end, from);
  return { words: text.slice(from, stop === -1 ? undefined : stop), isTwice: text.includes(start, from) };
}

function wordsOf(base64url: string): string | null {
  if (base64url.length > editionLimits.bytes * 2) return null;
  try {
    return utf8(bytesOfBase64url(base64url));
  } catch {
    return null; // A character that base64url does not have.
  }
}

/** By the first members of its RFC 8785 form. Of a file that says so and is no edition, the reading says why. */
function isSigned(text: string): boolean {
  return /^\s*\{\s*"(?:edition|proof)"\s*:/.test(text);
}

const besideBy: Readonly<Record<string, readonly EditionFormat[]>> = {
  csv: ["csv", "changes"],
  bib: ["bibtex"],
  ris: ["ris"],
  txt: ["sources"],
  html: ["sources"],
  json: ["claimreview", "annotations"],
  jsonld: ["claimreview", "annotations"],
};

const besideAll: readonly EditionFormat[] = [
  "csv",
  "changes",
  "sources",
  "bibtex",
  "ris",
  "claimreview",
  "annotations",
];

function formatsBeside(fileName: string): readonly EditionFormat[] {
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  const likely = besideBy[ending] ?? [];
  return [...likely, ...besideAll.filter((format) => !likely.includes(format))];
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return [...mark].every((character, at) => bytes[at] === character.charCodeAt(0));
}
