import type { EditionFormat } from "#lib/domain/edition.ts";

/** What whoever asked for a format is told when its writer failed; the edition itself is not harmed by that. */
export async function whyUnwritten(format: EditionFormat, error: unknown): Promise<string> {
  const { PdfProblem } = await import("#lib/formats/pdf/edition-pdf.ts");
  const why = error instanceof PdfProblem ? ` ${error.message}` : "";
  return `This edition could not be written as ${format}.${why} The edition is safe; choose another format meanwhile.`;
}
