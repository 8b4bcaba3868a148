import type { Element } from "hast";
import { h } from "hastscript";
import type { Report } from "#lib/domain/report.ts";
import { stateMark, verdictMark } from "#lib/formats/report/html-icons.ts";
import { isolated, outsideLink } from "#lib/formats/report/html-text.ts";
import { draftManner } from "#lib/formats/report/manner.ts";
import { countWords, creditWords, momentWords } from "#lib/formats/report/report-words.ts";
import { safeLink } from "#lib/formats/report/safe-link.ts";
import type { Voice } from "#lib/formats/report/voice.ts";

/** The head of the report: that it is a draft, whose it is, the article's title, who worked on it, the counts. */
export function masthead(report: Report): Element {
  const { article } = report;
  const made = h("time", { dateTime: report.generatedAt }, momentWords(report.generatedAt));
  return h("header", { className: "head" }, [
    h("p", { className: "draft" }, [
      h("b", {}, "Draft, not for publication. "),
      h("span", {}, ["Made on ", made, "."]),
    ]),
    h("div", { className: "desk" }, [
      h("b", {}, [isolated(report.desk)]),
      h("span", {}, `Fact-check report, version ${article.version} of the article`),
    ]),
    h("h1", { dir: "auto" }, article.title === "" ? "Untitled article" : article.title),
    h("p", { className: "stand" }, countWords(report)),
    creditWords(report) === "" ? null : h("p", { className: "of", dir: "auto" }, creditWords(report)),
    article.address === null || safeLink(article.address) === null
      ? null
      : h("p", { className: "of" }, [outsideLink(article.address, [isolated(article.address)])]),
    countsStrip(report, draftManner.voice),
  ]);
}

/** Signed-off verdicts by rating and what is not signed off, each part as wide as its share. Null without claims. */
export function countsStrip(report: Report, { words }: Voice): Element | null {
  const { ratings, stale, open, withdrawn, claims } = report.summary;
  if (claims === 0) return null;
  const items = [
    ...ratings.map((rating) => count(rating.claims, { dataV: rating.token }, verdictMark(rating.token, rating.label))),
    stale > 0 ? count(stale, { dataState: "stale" }, stateMark("stale", words.stateStale)) : null,
    open > stale ? count(open - stale, { dataState: "open" }, stateMark("open", words.stillOpen)) : null,
    withdrawn > 0 ? count(withdrawn, { dataState: "withdrawn" }, stateMark("withdrawn", words.stateWithdrawn)) : null,
  ];
  return h("ul", { className: "counts", role: "list", ariaLabel: words.claimsByVerdict }, items);
}

function count(claims: number, colour: { readonly dataV: string } | { readonly dataState: string }, mark: Element) {
  return h("li", { className: `grow-${claims}`, ...colour }, [h("span", { className: "c num" }, `${claims} `), mark]);
}

/** How many claims each part of the counts strip stands for: its share of the width. */
export function countsShown(report: Report): number[] {
  const { ratings, stale, open, withdrawn } = report.summary;
  return [...new Set([...ratings.map((rating) => rating.claims), stale, open - stale, withdrawn])].filter((n) => n > 0);
}
