import { err, ok, type Result } from "#lib/domain/result.ts";
import { editionLimits } from "#lib/formats/proof/edition-limits.ts";
import { inflatedWithin } from "#lib/formats/proof/inflate-within.ts";
import { utf8 } from "#lib/formats/proof/utf8.ts";

/** A report of 5,000 claims has 47 MB. */
const most = 64 * 1024 * 1024;
const tooLarge = "This PDF is larger than 64 MB, and no report's is. Ask the desk for the file again.";
const damaged = "This PDF was cut or changed: it cannot be opened.";
const twice = "This PDF has two editions attached, and only one could be meant. It was changed.";
const unread =
  "The edition attached to this PDF cannot be read: the file was changed, or saved anew by another program.";

/** How our exports name what they attach, and the head of the object that holds it (ISO 32000-2, 7.11.4). */
const name = "(stet-edition.json)";
const head =
  /[\r\n]\d{1,10} 0 obj\s{1,4}<<\s{1,4}\/Length (\d{1,10})\s{1,4}\/Type \/EmbeddedFile\s{1,4}\/Filter \/FlateDecode\s[\s\S]{0,500}?>>\s{1,4}stream\r?\n/g;

/**
 * The edition attached to a PDF, as text; null where there is none. A genuine file is, byte for byte, what we write, so
 * only what we write is looked for, and nothing else of the PDF is opened: a few thousand bytes of one can unfold to more
 * than any machine has room for. In a browser too.
 */
export async function pdfAttachment(bytes: Uint8Array): Promise<Result<string | null, string>> {
  if (bytes.byteLength > most) return err(tooLarge);
  const pdf = new TextDecoder("latin1").decode(bytes);
  if (!pdf.includes(name)) return isWhole(pdf) ? ok(null) : err(damaged);
  const [found, other] = pdf.matchAll(head);
  if (found === undefined) return err(unread);
  if (other !== undefined) return err(twice);
  const start = found.index + found[0].length;
  const end = start + Number(found[1]);
  if (!/^\s{0,4}endstream/.test(pdf.slice(end, end + 16))) return err(unread);
  const content = await inflatedWithin(bytes.subarray(start, end), editionLimits.bytes, "deflate");
  if (!content.ok && content.error === "too-large")
    return err(
      "What is attached to this PDF is larger than 64 MB, and no edition is. Ask the desk for the file again.",
    );
  const text = content.ok ? utf8(content.value) : null;
  return text === null ? err(unread) : ok(text);
}

/** Whether the file ends as a PDF does (ISO 32000-2, 7.5.5) and has its cross-references where that says. */
function isWhole(pdf: string): boolean {
  const place = /startxref\s+(\d{1,10})\s+%%EOF\s*$/.exec(pdf.slice(-2048))?.[1];
  if (place === undefined) return false;
  return /^\s*(?:xref|\d+ \d+ obj)/.test(pdf.slice(Number(place), Number(place) + 64));
}
