import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { directionOf } from "#lib/domain/direction.ts";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { standingOf } from "#lib/domain/report.ts";
import { verdictWords } from "#lib/domain/scale.ts";
import { statementOf } from "#lib/formats/edition/claim-page.ts";
import { factsOf, titleOf } from "#lib/formats/edition/page-facts.ts";
import { noticeBar, type PageNotice, pageHead } from "#lib/formats/edition/page-parts.ts";
import { stateMark, verdictMark } from "#lib/formats/report/html-icons.ts";
import { filledLine, isolated, paragraphs } from "#lib/formats/report/html-text.ts";
import { reportTokens } from "#lib/formats/report/report-tokens.ts";
import { dayOf } from "#lib/formats/report/voice.ts";
import { saidIn, standingIn, whyNotIn } from "#lib/formats/report/voice-claim.ts";

const embedCss = `
*, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0 }
html { color: var(--color-ink); background: var(--color-paper); text-size-adjust: 100%; -webkit-text-size-adjust: 100% }
body { font: 400 var(--text-ui)/1.25rem var(--font-ui); padding: 1rem 1.125rem; overflow-wrap: anywhere }
a { color: var(--color-pencil); text-underline-offset: .2em } :focus-visible { outline: 2px solid var(--color-focus); outline-offset: 2px }
h1 { font: 600 1.1875rem/1.625rem var(--font-text); text-wrap: pretty; margin-block: .5rem .25rem }
.draft { padding: .5rem .75rem; margin-block-end: .75rem; background: var(--color-ink); color: var(--color-on-ink) } .draft a { color: inherit; margin-inline-start: .5rem }
.desk, .said, .why, .foot { color: var(--color-ink-soft); font-size: var(--text-note) } .desk b { color: var(--color-ink) }
.mark { margin-block: .5rem; font-size: 1.125rem; line-height: 1.75rem }
.vd, .st { display: inline-flex; align-items: center; gap: .375rem; font-weight: 600; color: var(--s) }
svg { display: block; flex: none; fill: none; stroke: currentColor; inline-size: 18px; block-size: 18px } .solid { fill: currentColor; stroke: none } .knock { stroke: var(--color-paper) }
.rat { font: 400 var(--text-lead)/1.5rem var(--font-text) } .rat p + p { margin-block-start: .5rem }
.foot { margin-block-start: .75rem; padding-block-start: .5rem; border-block-start: 1px solid var(--color-rule) }
.vh { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
@media (forced-colors: active) { .draft { border: 1px solid } }
`;

type Embed = {
  /** Where the claim is read in full; links open it beside the page that embeds this one. */
  readonly address: string;
  readonly notices: readonly PageNotice[];
};

/** One claim in a small document for a frame on somebody else's page; null when the edition does not print the claim. */
export function claimEmbedToHtml(signed: SignedEdition, claimId: string, { address, notices }: Embed): string | null {
  const claim = signed.edition.report.claims.find((one) => one.id === claimId);
  if (claim === undefined) return null;
  const facts = factsOf(signed);
  const { edition, voice } = facts;
  const standing = standingOf(claim);
  const said = saidIn(claim, voice);
  const why = whyNotIn(standing, voice);
  const day = h("time", { dateTime: edition.publishedAt }, dayOf(edition.publishedAt, voice));
  const mark =
    standing.kind === "signed-off"
      ? verdictMark(standing.verdict.token, verdictWords(standing.verdict))
      : stateMark(claim.state, standingIn(standing, voice));
  const body = h("body", {}, [
    h("main", {}, [
      ...notices.map(noticeBar),
      h("p", { className: "desk" }, [
        h("b", {}, [isolated(edition.desk.name)]),
        " · ",
        ...filledLine(voice.words.editionLine, { number: String(edition.number), day }),
      ]),
      h("h1", { dir: directionOf(statementOf(claim)) }, statementOf(claim)),
      said === "" ? null : h("p", { className: "said", dir: directionOf(said) }, said),
      h("p", { className: "mark", ...(standing.kind === "signed-off" ? { dataV: standing.verdict.token } : {}) }, [
        mark,
      ]),
      why === "" ? null : h("p", { className: "why", dir: "auto" }, why),
      standing.kind === "signed-off" ? h("div", { className: "rat" }, paragraphs(standing.verdict.rationale)) : null,
      h("p", { className: "foot" }, [
        h("a", { href: address, target: "_blank", rel: "noopener" }, [isolated(titleOf(facts))]),
      ]),
    ]),
  ]);
  const title = `${statementOf(claim)} | ${edition.desk.name}`;
  const head = pageHead({ title, css: [reportTokens, embedCss], page: { canonical: address, isIndexed: false } });
  const html = h("html", { lang: voice.language, dir: voice.dir }, [head, body]);
  return `${toHtml({ type: "root", children: [{ type: "doctype" }, html] })}\n`;
}
