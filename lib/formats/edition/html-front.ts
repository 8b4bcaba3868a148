import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { EditionChange } from "#lib/domain/edition.ts";
import { articleTongue } from "#lib/formats/edition/html-tongue.ts";
import { countsLine, creditsOf, type EditionFacts, titleOf } from "#lib/formats/edition/page-facts.ts";
import { countsStrip } from "#lib/formats/report/html-masthead.ts";
import { filledLine, isolated, outsideLink, ownLine, paragraphs } from "#lib/formats/report/html-text.ts";
import { safeLink } from "#lib/formats/report/safe-link.ts";
import { dayOf, filled } from "#lib/formats/report/voice.ts";

/** The head of an edition: whose it is and which, the title, the summary, who worked on it, the counts, what changed. */
export function editionHead(facts: EditionFacts): Element {
  const { edition, report, voice } = facts;
  const { address, version } = report.article;
  const summary = edition.summary.trim();
  return h("header", { className: "head" }, [
    report.status === "withdrawn" ? withdrawnNotice(facts) : null,
    h("div", { className: "desk" }, [
      h("b", {}, [outsideLink(edition.desk.homepage, [isolated(edition.desk.name)])]),
      h("span", {}, editionLine(facts)),
    ]),
    h("h1", { dir: "auto", ...articleTongue(report, voice) }, titleOf(facts)),
    h("div", { className: "stand" }, summary === "" ? [h("p", {}, countsLine(facts))] : paragraphs(summary)),
    h("div", { className: "of" }, [
      ...creditsOf(facts).map((line) => ownLine(line, voice.dir)),
      h("p", {}, [
        filled(voice.words.articleVersion, { number: version }),
        ...(address === null || safeLink(address) === null
          ? []
          : [voice.words.comma, outsideLink(address, [isolated(address)])]),
      ]),
    ]),
    countsStrip(report, voice),
    edition.change === null || report.status === "withdrawn" ? null : changeNotice(edition.change, facts),
  ]);
}

function editionLine({ edition, voice }: EditionFacts): ElementContent[] {
  const { words } = voice;
  const day = h("time", { dateTime: edition.publishedAt }, dayOf(edition.publishedAt, voice));
  const line = filledLine(words.editionLine, { number: String(edition.number), day });
  const reader = { public: "", editor: words.forEditor, writer: words.forWriter }[edition.template];
  return reader === "" ? line : [...line, { type: "text", value: `${words.comma}${reader}` }];
}

/** What changed since the edition before, and why. */
function changeNotice(change: EditionChange, facts: EditionFacts): Element {
  const { edition, voice } = facts;
  return h("section", { className: "corr", ariaLabelledBy: "the-change" }, [
    h("h2", { id: "the-change" }, [
      voice.words[change.kind],
      h("time", { dateTime: edition.publishedAt }, dayOf(edition.publishedAt, voice)),
    ]),
    h("div", {}, whatAndWhy(change, facts)),
  ]);
}

function withdrawnNotice(facts: EditionFacts): Element {
  const { edition, voice } = facts;
  return h("section", { className: "taken-back", ariaLabelledBy: "the-change" }, [
    h("p", { className: "gone", id: "the-change" }, voice.words.withdrawnNotice),
    h("p", {}, [h("time", { dateTime: edition.publishedAt }, dayOf(edition.publishedAt, voice))]),
    ...(edition.change === null ? [] : whatAndWhy(edition.change, facts)),
  ]);
}

/** What changed and why, as paragraphs under a word each. */
export function whatAndWhy({ kind, what, why }: EditionChange, { voice: { words } }: EditionFacts): Element[] {
  const changed = kind === "withdrawal" ? words.whatIsTakenBack : words.whatChanged;
  return [[changed, what] as const, [words.why, why] as const].flatMap(([label, text]) =>
    text.trim() === "" ? [] : [h("div", { className: "said-so" }, [h("b", {}, label), ...paragraphs(text)])],
  );
}
