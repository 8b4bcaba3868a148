import "server-only";
import { claimPageToHtml } from "#lib/formats/edition/claim-page.ts";
import type { PublicPage } from "#lib/formats/edition/page-parts.ts";
import { claimReview } from "#lib/formats/linked-data/claim-review.ts";
import { jsonLdFile } from "#lib/formats/linked-data/json-ld.ts";
import { pageHeaders, type Ready, ready } from "#lib/server/public/answer.ts";
import type { Target } from "#lib/server/public/report-path.ts";
import type { FrozenReport } from "#lib/server/queries/frozen-report.ts";
import { pageApart } from "#lib/server/writing-threads.ts";

const files = [
  { name: "report.html", words: "HTML" },
  { name: "report.pdf", words: "PDF" },
  { name: "report-archive.pdf", words: "PDF for the archive" },
  { name: "report.docx", words: "Word" },
  { name: "report.md", words: "Markdown" },
  { name: "sheet.csv", words: "CSV" },
  { name: "sheet.xlsx", words: "Excel" },
  { name: "sources.html", words: "Sources" },
  { name: "sources.bib", words: "BibTeX" },
  { name: "sources.ris", words: "RIS" },
  { name: "claimreviews.json", words: "ClaimReview" },
  { name: "annotations.json", words: "Annotations" },
  { name: "edition.json", words: "Signed JSON" },
] as const;

type Page = PublicPage & {
  /** The address of the edition; claims and files are below. */
  readonly root: string;
  readonly hasClaimPages: boolean;
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
