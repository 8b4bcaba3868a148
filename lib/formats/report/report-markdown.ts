import type { Root, RootContent } from "mdast";
import type { Report } from "#lib/domain/report.ts";
import { annotatedArticle } from "#lib/formats/report/markdown-article.ts";
import { claimSection } from "#lib/formats/report/markdown-claim.ts";
import { addressLink, paragraph, strong, text, writtenMarkdown } from "#lib/formats/report/markdown-text.ts";
import { reportDigest } from "#lib/formats/report/report-json.ts";
import type { ClaimEntry } from "#lib/formats/report/report-words.ts";
import { countWords, creditWords, momentWords, sortedClaims, standingWords } from "#lib/formats/report/report-words.ts";

/**
 * The report as GitHub Flavored Markdown: counts, the article with its claims bold and numbered, and each claim with
 * its verdict, evidence and sign-offs. Words from outside come out as text, whatever they look like.
 */
export function reportToMarkdown(report: Report): string {
  const entries = sortedClaims(report);
  const root: Root = {
    type: "root",
    children: [
      ...headOf(report),
      heading("The article"),
      ...annotatedArticle(
        report,
        entries.live.map((entry) => entry.claim),
      ),
      heading("The claims"),
      ...claimSections(entries.live),
      ...openList(entries.unsettled),
      ...(entries.withdrawn.length === 0 ? [] : [heading("Withdrawn claims"), ...claimSections(entries.withdrawn)]),
      { type: "thematicBreak" },
      paragraph(text(`Report sha256 ${reportDigest(report)}`)),
      paragraph(text(`Article text sha256 ${report.article.textDigest}`)),
    ],
  };
  return writtenMarkdown(root);
}

function heading(words: string): RootContent {
  return { type: "heading", depth: 2, children: [text(words)] };
}

function headOf(report: Report): RootContent[] {
  const { article, summary } = report;
  const credits = creditWords(report);
  const rows: (readonly [string, number])[] = [
    ...summary.ratings.map((rating) => [rating.label, rating.claims] as const),
    ["Stale, not signed off", summary.stale],
    ["Still open", summary.open - summary.stale],
    ["Withdrawn", summary.withdrawn],
  ];
  const title = article.title.trim() === "" ? "Untitled article" : article.title.trim();
  return [
    paragraph(strong(text("Draft, not for publication.")), text(` Made on ${momentWords(report.generatedAt)}.`)),
    { type: "heading", depth: 1, children: [text(title)] },
    paragraph(text(`${report.desk}. Fact-check report, version ${article.version} of the article.`)),
    ...(credits === "" ? [] : [paragraph(text(credits))]),
    ...(article.address === null || article.address === "" ? [] : [paragraph(addressLink(article.address))]),
    paragraph(text(countWords(report))),
    ...(summary.claims === 0 ? [] : [countTable(rows.filter(([, claims]) => claims > 0))]),
  ];
}

function countTable(rows: readonly (readonly [string, number])[]): RootContent {
  const row = (cells: readonly string[]) => ({
    type: "tableRow" as const,
    children: cells.map((cell) => ({ type: "tableCell" as const, children: [text(cell)] })),
  });
  return {
    type: "table",
    align: [null, "right"],
    children: [row(["Verdict", "Claims"]), ...rows.map(([label, claims]) => row([label, String(claims)]))],
  };
}

function claimSections(entries: readonly ClaimEntry[]): RootContent[] {
  return entries.length === 0 ? [paragraph(text("No claim has been marked yet."))] : entries.flatMap(claimSection);
}

function openList(entries: readonly ClaimEntry[]): RootContent[] {
  if (entries.length === 0) return [];
  const children = entries.map(({ claim, standing }) => ({
    type: "listItem" as const,
    spread: false,
    children: [
      paragraph(
        { type: "link", url: `#claim-${claim.number}`, children: [text(`Claim ${claim.number}`)] },
        text(`: ${standingWords(standing)}. ${claim.statement === "" ? claim.quote : claim.statement}`),
      ),
    ],
  }));
  return [heading("Still open"), { type: "list", ordered: false, spread: false, children }];
}
