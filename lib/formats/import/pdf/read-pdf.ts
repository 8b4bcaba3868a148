import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { BlockDraft } from "#lib/domain/block.ts";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import { textOfDraft } from "#lib/formats/import/block-words.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import type { ImportedDocument, ImportedMetadata } from "#lib/formats/import/imported-document.ts";
import { foundLine } from "#lib/formats/import/metadata-values.ts";
import { openPdf } from "#lib/formats/import/pdf/open-pdf.ts";
import { pdfBlocks } from "#lib/formats/import/pdf/pdf-blocks.ts";
import { pdfMetadata } from "#lib/formats/import/pdf/pdf-metadata.ts";
import type { PdfPage } from "#lib/formats/import/pdf/pdf-page.ts";
import type { PageMemory } from "#lib/formats/import/pdf/read-page.ts";
import { readPage } from "#lib/formats/import/pdf/read-page.ts";
import { lettingStraysGo } from "#lib/formats/import/pdf/stray-rejections.ts";

const mostPages = 2_000;
const longest = 60_000;

/**
 * Reads the words of a PDF: blocks in reading order, each with its page; running heads and page numbers are dropped. Stops
 * after a minute between two pages; one page is not interrupted, so that whoever must be sure reads in a thread.
 */
export function readPdf(bytes: Uint8Array): Promise<Result<ImportedDocument, ImportProblem>> {
  return lettingStraysGo(() => read(bytes));
}

async function read(bytes: Uint8Array): Promise<Result<ImportedDocument, ImportProblem>> {
  const opened = await openPdf(bytes);
  if (!opened.ok) return opened;
  const { document, close } = opened.value;
  try {
    if (document.numPages > mostPages) return err({ kind: "too-large", limit: "pages" });
    const pages = await pagesOf(document);
    if (!pages.ok) return pages;
    return documentOf(pages.value, await metadataOf(document));
  } finally {
    await close();
  }
}

async function pagesOf(document: PDFDocumentProxy): Promise<Result<PdfPage[], ImportProblem>> {
  const memory: PageMemory = { looks: new Map() };
  const pages: PdfPage[] = [];
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(late.resolve, longest, null);
  try {
    for (let number = 1; number <= document.numPages; number++) {
      const page = await Promise.race([pageAt(document, number, memory), late.promise]);
      if (page === null) return err({ kind: "too-slow" });
      pages.push(page);
    }
    return ok(pages);
  } finally {
    clearTimeout(timer);
  }
}

async function pageAt(document: PDFDocumentProxy, number: number, memory: PageMemory): Promise<PdfPage> {
  try {
    const page = await document.getPage(number);
    const read = await readPage(page, memory);
    page.cleanup();
    return read;
  } catch {
    // One broken page is told of in the warnings; the others can be read.
    return { number, width: 0, height: 0, pieces: [], aside: [], pictured: false, damaged: true };
  }
}

function documentOf(pages: readonly PdfPage[], told: ImportedMetadata): Result<ImportedDocument, ImportProblem> {
  if (pages.every(({ pieces }) => pieces.length === 0)) {
    if (pages.some(({ pictured }) => pictured)) return err({ kind: "scanned" });
    return err({ kind: pages.some(({ damaged }) => damaged) ? "damaged" : "empty" });
  }
  const { blocks, dropped } = pdfBlocks(pages);
  const warnings = [
    ...named(
      pages.filter(({ pictured }) => pictured),
      "without text: a picture, perhaps of text",
      "without text: pictures, perhaps of text",
    ),
    ...named(
      pages.filter(({ damaged }) => damaged),
      "damaged and not read",
      "damaged and not read",
    ),
  ];
  const metadata = {
    ...told,
    title: told.title ?? foundLine(headlineOf(blocks), "the largest line of the first page"),
  };
  return ok({ blocks, metadata, format: "pdf", dropped, notes: [], warnings });
}

function named(pages: readonly PdfPage[], one: string, several: string): string[] {
  const numbers = pages.map(({ number }) => String(number));
  const [only] = numbers;
  if (only === undefined) return [];
  if (numbers.length === 1) return [`Page ${only} is ${one}.`];
  const shown = numbers.length > 30 ? [...numbers.slice(0, 30), `${numbers.length - 30} more`] : numbers;
  return [`Pages ${shown.slice(0, -1).join(", ")} and ${shown.at(-1)} are ${several}.`];
}

/** A heading of the first level that stands alone in its level and on the first page. */
function headlineOf(blocks: readonly BlockDraft[]): string | null {
  const largest = blocks.filter((block) => block.type === "heading" && block.level === 1);
  const [first] = largest;
  const isFirst = first?.place !== undefined && "page" in first.place && first.place.page === 1;
  return largest.length === 1 && first !== undefined && isFirst ? textOfDraft(first) : null;
}

async function metadataOf(document: PDFDocumentProxy): Promise<ImportedMetadata> {
  try {
    const { info, metadata } = await document.getMetadata();
    const packet: unknown = metadata;
    return pdfMetadata(info, packet === null ? new Map() : packetOf(metadata));
  } catch {
    return pdfMetadata(null, new Map()); // Broken metadata is no metadata; the words are read all the same.
  }
}

function packetOf(metadata: Iterable<readonly [unknown, unknown]>): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of metadata) {
    const text: unknown = Array.isArray(value) ? value.filter((item) => typeof item === "string").join("; ") : value;
    if (typeof key === "string" && typeof text === "string") texts.set(key, text);
  }
  return texts;
}
