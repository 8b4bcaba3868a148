import type { SignedEdition } from "#lib/domain/edition.ts";
import { type PdfKind, prepared, typeset } from "#lib/formats/pdf/typeset.ts";

/** What is typeset, and what comes of it. */
export type TypesettingWork = { readonly signed: SignedEdition; readonly kind: PdfKind };
/**
 * What the process says of it. The PDF is on its standard output, so many bytes of it: as a message it would take ten
 * times as long. `problem` is a sentence for whoever asked, `detail` what the typesetter said of it, for the log alone.
 */
export type Said = { readonly bytes: number } | Refused;
export type Refused = { readonly problem: string; readonly detail?: string };

// Typesets editions one after the other in a process of its own, which whoever started it may end at any moment.

process.on("message", async ({ signed, kind }: TypesettingWork) => {
  const pdf = await pdfOf(signed, kind);
  process.send?.("problem" in pdf ? pdf : { bytes: pdf.length });
  // After its length: the one who waits for it reads nothing before, and writing waits for the reader.
  if (!("problem" in pdf)) process.stdout.write(pdf);
});

async function pdfOf(signed: SignedEdition, kind: PdfKind): Promise<Buffer | Refused> {
  try {
    return typeset(await prepared(signed), kind);
  } catch (error) {
    // Whatever went wrong is told to whoever asked, who can still use the edition.
    return { problem: refused, detail: (error instanceof Error ? error.message : String(error)).slice(0, longest) };
  }
}

const refused = "The typesetter refused it, and the desk’s log says why.";
const longest = 2_000;
