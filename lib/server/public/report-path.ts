import "server-only";
import type { EditionFormat } from "#lib/domain/edition.ts";
import { identifier } from "#lib/schemas/text.ts";

/** The files of an edition under the names of their addresses. */
export const reportFileNames = {
  "report.html": "html",
  "report.pdf": "pdf",
  "report-archive.pdf": "pdf-archive",
  "report.docx": "docx",
  "report.md": "markdown",
  "sheet.csv": "csv",
  "sheet.xlsx": "xlsx",
  "changes.csv": "changes",
  "sources.html": "sources",
  "sources.bib": "bibtex",
  "sources.ris": "ris",
  "claimreviews.json": "claimreview",
  "annotations.json": "annotations",
  "edition.json": "json",
} as const satisfies Readonly<Record<string, EditionFormat>>;

export type Target =
  | { readonly kind: "report" }
  | { readonly kind: "claim"; readonly claimId: string }
  | { readonly kind: "file"; readonly format: EditionFormat };

export type ReportPath = { readonly articleId: string; readonly number: number | null; readonly target: Target };

/** What an address below `/r/` names, by its parts; null for one that names nothing. */
export function reportPath([article = "", edition, ...rest]: readonly string[]): ReportPath | null {
  const articleId = exactId(article);
  if (articleId === null) return null;
  if (edition === undefined) return { articleId, number: null, target: { kind: "report" } };
  if (edition === "claims") {
    const target = targetOf([edition, ...rest]);
    return target?.kind === "claim" ? { articleId, number: null, target } : null;
  }
  const number = editionNumber(edition);
  const target = targetOf(rest);
  return number === null || target === null ? null : { articleId, number, target };
}

/** What of an edition the parts of an address behind it name: nothing is the report; null for what names nothing. */
export function targetOf(parts: readonly string[]): Target | null {
  const [first, second, ...more] = parts;
  if (first === undefined) return { kind: "report" };
  if (more.length > 0) return null;
  if (second === undefined) return fileOf(first);
  const claimId = first === "claims" ? exactId(second) : null;
  return claimId === null ? null : { kind: "claim", claimId };
}

/** An id as addresses write it; another spelling of the same is another address. */
export function exactId(text: string): string | null {
  const id = identifier.safeParse(text);
  return id.success && id.data === text ? text : null;
}

/** `NAME.stet.json` is the proof beside a file that cannot hold it: the signed edition itself. */
function fileOf(name: string): Target | null {
  const file = Object.entries(reportFileNames).find(([known]) => known === name || `${known}.stet.json` === name);
  if (file === undefined) return null;
  return { kind: "file", format: name === file[0] ? file[1] : "json" };
}

function editionNumber(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
