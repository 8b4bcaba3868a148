import { type EditionDocument, type EditionFormat, editionLayout, type SignedEdition } from "#lib/domain/edition.ts";
import { canonicalJson } from "#lib/formats/canonical-json.ts";

export type EditionFile = { readonly bytes: Uint8Array; readonly type: string; readonly fileName: string };

type Kind = {
  readonly type: string;
  /** What follows `ferry-edition-2` in the file's name. */
  readonly ending: string;
  /** The file cannot hold its edition, which goes beside it. */
  readonly hasSidecar?: true;
  readonly write: (signed: SignedEdition) => Promise<string | Uint8Array>;
};

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const csv = "text/csv; charset=utf-8; header=present";

/** Each writer is loaded when its format is asked for. */
const kinds: Readonly<Record<EditionFormat, Kind>> = {
  html: {
    type: "text/html; charset=utf-8",
    ending: ".html",
    write: async (signed) => (await import("#lib/formats/edition/edition-html.ts")).editionToHtml(signed),
  },
  pdf: {
    type: "application/pdf",
    ending: ".pdf",
    write: async (signed) => (await import("#lib/formats/pdf/edition-pdf.ts")).editionToPdf(signed, "ua"),
  },
  "pdf-archive": {
    type: "application/pdf",
    ending: "-archive.pdf",
    write: async (signed) => (await import("#lib/formats/pdf/edition-pdf.ts")).editionToPdf(signed, "archive"),
  },
  docx: {
    type: word,
    ending: ".docx",
    write: async (signed) => (await import("#lib/formats/docx/edition-docx.ts")).editionToDocx(signed),
  },
  csv: {
    type: csv,
    ending: ".csv",
    hasSidecar: true,
    write: async (signed) => (await import("#lib/formats/tables/edition-csv.ts")).editionToCsv(signed),
  },
  xlsx: {
    type: workbook,
    ending: ".xlsx",
    write: async (signed) => (await import("#lib/formats/tables/edition-xlsx.ts")).editionToXlsx(signed),
  },
  changes: {
    type: csv,
    ending: "-changes.csv",
    hasSidecar: true,
    write: async (signed) => (await import("#lib/formats/tables/edition-changes.ts")).editionToChanges(signed),
  },
  sources: {
    type: "text/html; charset=utf-8",
    ending: "-sources.html",
    hasSidecar: true,
    write: async (signed) => (await import("#lib/formats/citations/edition-sources.ts")).editionToSources(signed),
  },
  bibtex: {
    type: "application/x-bibtex; charset=utf-8",
    ending: ".bib",
    hasSidecar: true,
    write: async (signed) => (await import("#lib/formats/citations/edition-bibtex.ts")).editionToBibtex(signed),
  },
  ris: {
    type: "application/x-research-info-systems; charset=utf-8",
    ending: ".ris",
    hasSidecar: true,
    write: async (signed) => (await import("#lib/formats/citations/edition-ris.ts")).editionToRis(signed),
  },
  claimreview: {
    type: "application/ld+json",
    ending: "-claimreview.jsonld",
    hasSidecar: true,
    write: async (signed) =>
      (await import("#lib/formats/linked-data/edition-claim-reviews.ts")).editionToClaimReviews(signed),
  },
  annotations: {
    type: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    ending: "-annotations.jsonld",
    hasSidecar: true,
    write: async (signed) =>
      (await import("#lib/formats/linked-data/edition-annotations.ts")).editionToAnnotations(signed),
  },
  markdown: {
    type: "text/markdown; charset=utf-8",
    ending: ".md",
    write: async (signed) => (await import("#lib/formats/edition/edition-markdown.ts")).editionToMarkdown(signed),
  },
  json: {
    type: "application/json",
    ending: ".json",
    write: async (signed) => (await import("#lib/formats/edition/edition-json.ts")).editionToJson(signed),
  },
};

/**
 * An edition as a file of this format; the same edition gives the same bytes. Throws where the writer fails. One that was
 * read from a file keeps the layout's number that it has there, so that the two can be compared.
 */
export async function writeEdition(signed: SignedEdition, format: EditionFormat): Promise<EditionFile> {
  const { type, ending, write } = kinds[format];
  const made = await write(inLayout(signed));
  const bytes = typeof made === "string" ? new TextEncoder().encode(made) : made;
  return { bytes, type, fileName: `${stemOf(signed.edition)}${ending}` };
}

/** Whether a file of this format cannot hold its edition, so that `sidecarOf` goes beside it. */
export function needsSidecar(format: EditionFormat): boolean {
  return kinds[format].hasSidecar === true;
}

/** The file that goes beside one of this name: the RFC 8785 form of the signed edition and its layout's number. */
export function sidecarOf(signed: SignedEdition, fileName: string): EditionFile {
  const bytes = new TextEncoder().encode(canonicalJson(inLayout(signed)));
  return { bytes, type: "application/json", fileName: `${fileName}.stet.json` };
}

function inLayout(signed: SignedEdition): SignedEdition {
  return { ...signed, layout: signed.layout ?? editionLayout };
}

/** Letters and digits of the title, at most 48 code points, so that no file system finds the name too long. */
function stemOf({ report, number }: EditionDocument): string {
  const words = report.article.title.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const title = [...words.join("-")].slice(0, 48).join("").replace(/-+$/, "");
  return `${title === "" ? "report" : title}-edition-${number}`;
}
