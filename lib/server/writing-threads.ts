import "server-only";
import type { EditionDocument, EditionFormat, SignedEdition } from "#lib/domain/edition.ts";
import type { ReportPage } from "#lib/formats/edition/public-report.ts";
import { type EditionFile, writeEdition } from "#lib/formats/edition/write-edition.ts";
import type { WritingWork, Written } from "#lib/formats/edition/writing-work.ts";
import { threadsFor } from "#lib/server/threads.ts";

const write = threadsFor<WritingWork, Written>({
  file: ["lib", "formats", "edition", "writing-thread.ts"],
  limits: { milliseconds: 120_000, megabytes: 2_000 },
});

/**
 * As `writeEdition`, in a thread of its own: an edition of thousands of claims takes seconds. Rejects when its writer
 * fails, or takes more than two minutes or 2 GB. PDFs have a process of their own already.
 */
export async function writeApart(signed: SignedEdition, format: EditionFormat): Promise<EditionFile> {
  if (format === "pdf" || format === "pdf-archive") return await writeEdition(signed, format);
  const made = await madeOf({ kind: "file", signed, format });
  if (made.kind !== "file") throw new Error("A page came where a file was asked for");
  return made.file;
}

/** As `reportPageToHtml` and `previewToHtml`, in a thread of its own; rejects as `writeApart` does. */
export async function pageApart(
  work:
    | { readonly kind: "page"; readonly signed: SignedEdition; readonly page: ReportPage }
    | { readonly kind: "preview"; readonly edition: EditionDocument },
): Promise<string> {
  const made = await madeOf(work);
  if (made.kind !== "html") throw new Error("A file came where a page was asked for");
  return made.html;
}

async function madeOf(work: WritingWork): Promise<Exclude<Written, { readonly kind: "failed" }>> {
  const done = await write(work);
  if (done.kind !== "done") throw new Error(`Writing was given up: ${done.kind}`);
  if (done.output.kind === "failed") throw new Error(done.output.problem);
  return done.output;
}
