import { err, ok, type Result } from "#lib/domain/result.ts";
import { utf8 } from "#lib/formats/proof/utf8.ts";

const megabyte = 1024 * 1024;
/** Reading what is no PDF takes fifty times its bytes of memory; a report of 5,000 claims has 47 MB. */
const most = 64 * megabyte;
/** So much of a broken one is searched for what is left of it, which tells more exactly what was changed. */
const searched = 8 * megabyte;
const tooLarge = "This PDF is larger than 64 MB, and no report's is. Ask the desk for the file again.";
const damaged = "This PDF was cut or changed: it cannot be opened.";

/** A file attached to a PDF, as text; null where there is none of that name. In a browser it runs without a worker. */
export async function pdfAttachment(bytes: Uint8Array, name: string): Promise<Result<string | null, string>> {
  if (bytes.byteLength > most) return err(tooLarge);
  if (bytes.byteLength > searched && !isWhole(bytes)) return err(damaged);
  // Two megabytes of code that no other file needs; with the worker's at hand, the library starts none.
  const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  const task = getDocument({
    data: new Uint8Array(bytes), // A copy: the library takes ownership.
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    stopAtErrors: true,
  });
  try {
    const document = await task.promise;
    const attached = [...((await document.getAttachments()) ?? [])].filter(
      ([key, file]) => key === name || file.filename === name,
    );
    const [first] = attached;
    if (first === undefined) return ok(null);
    if (attached.length > 1)
      return err("This PDF has two editions attached, and only one could be meant. It was changed.");
    const content = await document.getAttachmentContent(first[0]);
    const text = content === null ? null : utf8(content);
    return text === null ? err("The edition attached to this PDF cannot be read: it was changed.") : ok(text);
  } catch {
    return err(damaged); // The library's words are about the inside of the format.
  } finally {
    await task.destroy();
  }
}

/**
 * Whether the file ends as a PDF does (ISO 32000-2, 7.5.5) and has its cross-references where that says. Without them the
 * library searches all of the file for what might be an object.
 */
function isWhole(bytes: Uint8Array): boolean {
  const latin = new TextDecoder("latin1");
  const end = latin.decode(bytes.subarray(-2048));
  const place = /startxref\s+(\d{1,10})\s+%%EOF\s*$/.exec(end)?.[1];
  if (place === undefined) return false;
  return /^\s*(?:xref|\d+ \d+ obj)/.test(latin.decode(bytes.subarray(Number(place), Number(place) + 64)));
}
