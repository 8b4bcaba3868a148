import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { type ReportClaim, standingOf } from "#lib/domain/report.ts";
import { editionCss } from "#lib/formats/edition/edition-css.ts";
import { verifyFooter } from "#lib/formats/edition/html-back.ts";
import { editionClaim } from "#lib/formats/edition/html-claim.ts";
import { whatAndWhy } from "#lib/formats/edition/html-front.ts";
import { factsOf, titleOf } from "#lib/formats/edition/page-facts.ts";
import { noticeBar, type PublicPage, pageHead } from "#lib/formats/edition/page-parts.ts";
import { filledLine, isolated } from "#lib/formats/report/html-text.ts";
import { dayOf, type Voice } from "#lib/formats/report/voice.ts";

const claimCss = `
.one .rep { --full: 52rem } .one .entry { border: 0; padding-block-start: .5rem }
.one .entry h1 { font-size: 1.875rem; line-height: 2.25rem; margin: 0 0 .5rem; text-wrap: pretty } .one .entry .body { padding-inline-start: 0 }
.one .entry h1 .num { position: static; color: var(--color-ink-faint); margin-inline-end: .5rem } .one .entry h2:not(.vh) { margin: 0; font: 600 var(--text-note)/1.25rem var(--font-ui) }
.one .corr { margin-block: 1rem } .one .verify + p { margin-block-start: 2rem }
@media screen and (max-width: 859px) { .one .entry h1 { font-size: 1.5rem; line-height: 1.875rem } .one .entry .signs { padding-inline-start: 0 } }
`;

/** What the page of a claim has besides the edition. */
type ClaimPage = PublicPage & {
  /** Where the whole edition is read. */
  readonly report: string;
  /** The claim's ClaimReview as JSON, or null where none can be made. */
  readonly review: string | null;
};

/** One claim of an edition as a page that loads and runs nothing; null when the edition does not print the claim. */
export function claimPageToHtml(signed: SignedEdition, claimId: string, page: ClaimPage): string | null {
  const claim = signed.edition.report.claims.find((one) => one.id === claimId);
  if (claim === undefined) return null;
  const facts = factsOf(signed);
  const { edition, voice } = facts;
  const { number, publishedAt, change, desk } = edition;
  const day = h("time", { dateTime: publishedAt }, dayOf(publishedAt, voice));
  const body = h("body", { className: "one" }, [
    h("a", { className: "skip", href: "#report" }, voice.words.skip),
    h("div", { className: "rep" }, [
      h("header", { className: "head" }, [
        ...page.notices.map(noticeBar),
        h("div", { className: "desk" }, [
          h("b", {}, [isolated(desk.name)]),
          h("span", {}, filledLine(voice.words.editionLine, { number: String(number), day })),
        ]),
        h("p", { className: "of" }, [h("a", { className: "link", href: page.report }, [isolated(titleOf(facts))])]),
        change === null
          ? null
          : h("div", { className: "corr" }, [
              h("b", {}, voice.words[change.kind]),
              h("div", {}, whatAndWhy(change, facts)),
            ]),
      ]),
      h("main", { id: "report", tabIndex: -1 }, [
        raised(editionClaim({ claim, standing: standingOf(claim) }, facts, { marked: new Set() })),
      ]),
      verifyFooter(facts),
      h("p", { className: "soft" }, filledLine(voice.words.oneClaim, { edition: wholeOf(page, voice) })),
    ]),
  ]);
  const title = `${statementOf(claim)} | ${desk.name}`;
  const head = pageHead({ title, css: [editionCss, claimCss], page, data: page.review });
  const html = h("html", { lang: voice.language, dir: voice.dir }, [head, body]);
  return `${toHtml({ type: "root", children: [{ type: "doctype" }, html] })}\n`;
}

function wholeOf({ report }: ClaimPage, { words }: Voice): Element {
  return h("a", { className: "link", href: `${report}/edition.json` }, words.signedEdition);
}

/** The words by which a page names a claim. */
export function statementOf(claim: ReportClaim): string {
  return claim.statement === "" ? claim.quote : claim.statement;
}

const levels: Readonly<Record<string, string>> = { h3: "h1", h4: "h2" };

/** An entry of the report as the only one of its page: its headings two levels up. */
function raised(element: Element): Element {
  const children = element.children.map((child: ElementContent) => (child.type === "element" ? raised(child) : child));
  return { ...element, tagName: levels[element.tagName] ?? element.tagName, children };
}
