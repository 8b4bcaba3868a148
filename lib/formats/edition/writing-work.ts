import type { EditionDocument, EditionFormat, SignedEdition } from "#lib/domain/edition.ts";
import { previewToHtml } from "#lib/formats/edition/preview-html.ts";
import { type ReportPage, reportPageToHtml } from "#lib/formats/edition/public-report.ts";
import { type EditionFile, writeEdition } from "#lib/formats/edition/write-edition.ts";

/** What can be written of an edition: a file, its public page, or the preview of the next one. */
export type WritingWork =
  | { readonly kind: "file"; readonly signed: SignedEdition; readonly format: EditionFormat }
  | { readonly kind: "page"; readonly signed: SignedEdition; readonly page: ReportPage }
  | { readonly kind: "preview"; readonly edition: EditionDocument };

/** What was written, a page or a file; or what its writer failed of, for the log. */
export type Written =
  | { readonly kind: "file"; readonly file: EditionFile }
  | { readonly kind: "html"; readonly html: string }
  | { readonly kind: "failed"; readonly problem: string };

/** Never rejects: whatever goes wrong is said, so that the thread can go on to the next. */
export async function written(work: WritingWork): Promise<Written> {
  try {
    switch (work.kind) {
      case "file":
        return { kind: "file", file: await writeEdition(work.signed, work.format) };
      case "page":
        return { kind: "html", html: await reportPageToHtml(work.signed, work.page) };
      case "preview":
        return { kind: "html", html: await previewToHtml(work.edition) };
    }
  } catch (error) {
    return { kind: "failed", problem: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
