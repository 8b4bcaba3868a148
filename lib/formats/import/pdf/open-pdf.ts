import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import { hasSwollenStream } from "#lib/formats/import/pdf/stream-limits.ts";

type OpenPdf = { readonly document: PDFDocumentProxy; readonly close: () => Promise<void> };

/**
 * Opens a PDF for its words: no script, no font, no picture is loaded or drawn, and nothing is fetched. An empty
 * password is tried by the library itself.
 */
export async function openPdf(bytes: Uint8Array): Promise<Result<OpenPdf, ImportProblem>> {
  if (hasSwollenStream(bytes)) return err({ kind: "too-complex" });
  // A megabyte of code that most imports do not need.
  const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({
    data: new Uint8Array(bytes), // A copy: the library takes ownership, and a Buffer's slice is none.
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    fontExtraProperties: true, // The names of fonts, which tell their weight.
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableRange: true,
    disableStream: true,
    disableAutoFetch: true,
    maxImageSize: 1, // Pictures are never decoded.
  });
  try {
    return ok({ document: await task.promise, close: () => task.destroy() });
  } catch (error) {
    await task.destroy();
    const isLocked = error instanceof Error && error.name === "PasswordException";
    return err({ kind: isLocked ? "encrypted" : "damaged" });
  }
}
