import "server-only";
import { claimPageToHtml } from "#lib/formats/edition/claim-page.ts";
import type { PublicPage } from "#lib/formats/edition/page-parts.ts";
import type { ReportFile, ReportPage } from "#lib/formats/edition/public-report.ts";
import { claimReview } from "#lib/formats/linked-data/claim-review.ts";
import { jsonLdFile } from "#lib/formats/linked-data/json-ld.ts";
import { pageHeaders, type Ready, ready } from "#lib/server/public/answer.ts";
import type { Target } from "#lib/server/public/report-path.ts";
import type { FrozenReport } from "#lib/server/queries/frozen-report.ts";
import { pageApart } from "#lib/server/writing-threads.ts";

const files: readonly ReportFile[] = [
  { name: "report.html", format: "HTML" },
  { name: "report.pdf", format: "PDF" },
  { name: "report-archive.pdf", word: "archivePdf" },
  { name: "report.docx", format: "Word" },
  { name: "report.md", format: "Markdown" },
  { name: "sheet.csv", format: "CSV" },
  { name: "sheet.xlsx", format: "Excel" },
  { name: "sources.html", word: "sources" },
  { name: "sources.bib", format: "BibTeX" },
  { name: "sources.ris", format: "RIS" },
  { name: "claimreviews.json", format: "ClaimReview" },
  { name: "annotations.json", word: "annotations" },
  { name: "edition.json", word: "signedJson" },
];

type Page = PublicPage & {
  /** The address of the edition; claims and files are below. */
  readonly root: string;
  readonly hasClaimPages: boolean;
  readonly since: ReportPage["since"];
};

/** The page of an edition or of one of its claims; null when the edition does not print the claim. */
export async function editionPage(
  { signed, digest }: FrozenReport,
  target: Exclude<Target, { readonly kind: "file" }>,
  page: Page,
): Promise<Ready | null> {
  const html =
    target.kind === "report"
      ? await pageApart({ kind: "page", signed, page: { ...page, files } })
      : claimPageToHtml(signed, target.claimId, {
          ...page,
          report: page.root,
          review: reviewOf(signed, target.claimId),
        });
  if (html === null) return null;
  const { isIndexed, canonical } = page;
  const headers = { ...pageHeaders(html), ...(canonical === "" ? {} : { link: `<${canonical}>; rel="canonical"` }) };
  return ready({ content: html, type: "text/html; charset=utf-8", digest, isIndexed, headers });
}

function reviewOf(signed: FrozenReport["signed"], claimId: string): string | null {
  const review = claimReview(signed, claimId);
  return review === null ? null : jsonLdFile(review);
}
