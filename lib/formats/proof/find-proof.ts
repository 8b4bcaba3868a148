import type { EditionFormat } from "#lib/domain/edition.ts";
import { err, ok, type Result } from "#lib/domain/result.ts";
import { bytesOfBase64url } from "#lib/formats/proof/base64url.ts";
import { utf8 } from "#lib/formats/proof/utf8.ts";
import { zipPart } from "#lib/formats/proof/zip-part-of.ts";

/** `text` is the JSON of the signed edition; `formats` are those that the file may be, the likeliest first. */
type FoundProof = {
  readonly text: string;
  readonly formats: readonly EditionFormat[];
  /** Whether the proof was in the file, or in the one beside it. */
  readonly place: "inside" | "beside";
  /** False where the file holds a proof of its own, and the one beside it is another. */
  readonly isSame: boolean;
};

type Held = { readonly text: string | null; readonly formats: readonly EditionFormat[] };

const none =
  "No edition of a report is in this file. Give the file beside it as well, NAME.stet.json, if it came with one.";

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
  if (text !== null)
    return ok({ text, formats, place: "inside", isSame: beside === null || beside === text.replace(/\n$/, "") });
  return beside === null ? err(none) : ok({ text: beside, formats, place: "beside", isSame: true });
}

async function heldIn(fileName: string, bytes: Uint8Array): Promise<Result<Held, string>> {
  if (bytes.byteLength === 0) return err("This file is empty.");
  if (startsWith(bytes, "%PDF-")) {
    const { pdfAttachment } = await import("#lib/formats/proof/pdf-attachment.ts");
    const text = await pdfAttachment(bytes, "stet-edition.json");
    return text.ok ? ok({ text: text.value, formats: ["pdf", "pdf-archive"] }) : text;
  }
  if (startsWith(bytes, "PK\u0003\u0004")) {
    const part = zipPart(bytes, "stet/edition.json");
    if (!part.ok) return part;
    return ok({ text: part.value.text, formats: part.value.names.includes("xl/workbook.xml") ? ["xlsx"] : ["docx"] });
  }
  const text = utf8(bytes);
  if (text === null)
    return err("This file is neither text in UTF-8 nor a PDF, a Word file or a workbook: it is no export of a report.");
  return heldInText(fileName, text);
}

function heldInText(fileName: string, text: string): Result<Held, string> {
  if (isSigned(text)) return ok({ text, formats: ["json"] });
  const html = between(text, '<script type="application/json" id="stet-edition">', "</script>");
  if (html !== null) return html.count === 1 ? ok({ text: html.words, formats: ["html"] }) : err(twice);
  const markdown = between(text, "<!-- stet-edition ", " -->");
  if (markdown !== null) {
    if (markdown.count > 1) return err(twice);
    const words = wordsOf(markdown.words);
    return words === null
      ? err("The edition in this file cannot be read: it was cut or changed.")
      : ok({ text: words, formats: ["markdown"] });
  }
  return ok({ text: null, formats: formatsBeside(fileName) });
}

const twice = "This file holds an edition more than once, and only one of them could be meant. It was changed.";

/** The words between two marks, and how often the first one stands there. Null without it; "" to the end when cut. */
function between(text: string, start: string, end: string): { readonly words: string; readonly count: number } | null {
  const parts = text.split(start);
  const [, first] = parts;
  if (first === undefined) return null;
  const stop = first.indexOf(end);
  return { words: stop === -1 ? first : first.slice(0, stop), count: parts.length - 1 };
}

function wordsOf(base64url: string): string | null {
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
