import type { Element, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import type { Report } from "#lib/domain/report.ts";
import { articleSection } from "#lib/formats/report/html-article.ts";
import { claimEntry } from "#lib/formats/report/html-claim.ts";
import { galleyRules, pageHead } from "#lib/formats/report/html-head.ts";
import { stateMark } from "#lib/formats/report/html-icons.ts";
import { countsShown, masthead } from "#lib/formats/report/html-masthead.ts";
import { isolated } from "#lib/formats/report/html-text.ts";
import { draftManner } from "#lib/formats/report/manner.ts";
import { reportDigest } from "#lib/formats/report/report-json.ts";
import type { ClaimEntry } from "#lib/formats/report/report-words.ts";
import { sortedClaims, standingWords, whyNotSignedOff } from "#lib/formats/report/report-words.ts";

/**
 * The report as one HTML file that loads and runs nothing: its style is inline and named by hash in its
 * Content-Security-Policy. `css` is `reportCss`; `fonts` are `@font-face` rules with data: addresses, if wanted.
 * Throws when a style sheet would end its element.
 */
export function reportToHtml(report: Report, options: { readonly css: string; readonly fonts?: string }): string {
  const entries = sortedClaims(report);
  const { section, noted } = articleSection(report, entries.live, draftManner);
  const marked = new Set(noted);
  const style = [options.fonts ?? "", options.css, galleyRules(noted, countsShown(report))].join("\n");
  const body = h("body", {}, [
    h("a", { className: "skip", href: "#report" }, "Skip to the report"),
    h("div", { className: "rep" }, [
      masthead(report),
      h("main", { id: "report", tabIndex: -1 }, [
        section,
        claimsSection({ id: "the-claims", title: "The claims" }, { entries: entries.live, marked }),
        openSection(entries.unsettled),
        entries.withdrawn.length === 0
          ? null
          : claimsSection({ id: "withdrawn", title: "Withdrawn claims" }, { entries: entries.withdrawn, marked }),
      ]),
      verifyFooter(report),
    ]),
  ]);
  const root: Root = {
    type: "root",
    children: [
      { type: "doctype" },
      h("html", { lang: "en", dir: "ltr" }, [
        pageHead(`Fact-check report, draft: ${report.article.title}`, { style, robots: "noindex" }),
        body,
      ]),
    ],
  };
  return `${toHtml(root)}\n`;
}

function claimsSection(
  { id, title }: { readonly id: string; readonly title: string },
  { entries, marked }: { readonly entries: readonly ClaimEntry[]; readonly marked: ReadonlySet<number> },
): Element {
  return h("section", { ariaLabelledBy: id }, [
    h("h2", { id }, title),
    ...(entries.length === 0
      ? [h("p", { className: "soft" }, "No claim has been marked yet.")]
      : entries.map((entry) => claimEntry(entry, marked))),
  ]);
}

function openSection(entries: readonly ClaimEntry[]): Element | null {
  if (entries.length === 0) return null;
  const items = entries.map(({ claim, standing }) =>
    h("li", {}, [
      h("a", { className: "link", href: `#claim-${claim.number}` }, `Claim ${claim.number}`),
      h("span", { className: "what" }, [
        isolated(claim.statement === "" ? claim.quote : claim.statement),
        h("span", { className: "why" }, [
          stateMark(claim.state, standingWords(standing)),
          h("span", {}, whyNotSignedOff(standing)),
        ]),
      ]),
    ]),
  );
  return h("section", { ariaLabelledBy: "open" }, [
    h("h2", { id: "open" }, "Still open"),
    h("ul", { className: "opens", role: "list" }, items),
  ]);
}

function verifyFooter(report: Report): Element {
  const digest = (words: string, value: string) => [
    h("dt", {}, words),
    h("dd", { className: "data" }, value.replace(/(.{8})(?=.)/g, "$1 ")),
  ];
  return h("footer", { className: "verify" }, [
    h("div", {}, [
      h("h2", {}, "What this report is"),
      h(
        "p",
        {},
        "A draft made from the desk’s records at the time above. It is neither frozen nor signed; its digests tell whether two drafts say the same.",
      ),
    ]),
    h("dl", {}, [...digest("Report", reportDigest(report)), ...digest("Article text", report.article.textDigest)]),
  ]);
}
