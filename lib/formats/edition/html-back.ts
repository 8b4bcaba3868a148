import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { EditionChange } from "#lib/domain/edition.ts";
import type { ReportVerdict } from "#lib/domain/report.ts";
import { whatAndWhy } from "#lib/formats/edition/html-front.ts";
import { scrollingTable } from "#lib/formats/edition/html-tables.ts";
import { type EditionFacts, grouped } from "#lib/formats/edition/page-facts.ts";
import { verdictMark } from "#lib/formats/report/html-icons.ts";
import { isolated, outsideLink, paragraphs } from "#lib/formats/report/html-text.ts";
import { dayOf, filled, type Voice } from "#lib/formats/report/voice.ts";

/** How the desk checked, in the editor's words; null where there are none. */
export function methodNote({ edition, voice }: EditionFacts): Element | null {
  if (edition.method.trim() === "") return null;
  return h("section", { ariaLabelledBy: "method" }, [
    h("h2", { id: "method" }, voice.words.method),
    h("div", { className: "prose" }, paragraphs(edition.method)),
  ]);
}

/** What each rating that is used means, and where it stands on its scale. */
export function ratingsExplained({ ratings, voice }: EditionFacts): Element | null {
  if (ratings.length === 0) return null;
  const rows = ratings.map((verdict) =>
    h("div", {}, [
      h("dt", {}, [verdictMark(verdict.token, verdict.label)]),
      h("dd", {}, [...paragraphs(verdict.definition), h("p", { className: "soft" }, placeOnScale(verdict, voice))]),
    ]),
  );
  return h("section", { ariaLabelledBy: "ratings" }, [
    h("h2", { id: "ratings" }, voice.words.ratings),
    h("dl", { className: "meanings" }, rows),
  ]);
}

/** "4 on a scale from 1 to 5", or that it has no number. */
export function placeOnScale({ value, range }: ReportVerdict, { words }: Voice): string {
  if (value === null || range === null) return words.offScale;
  return filled(words.onScale, { value, lowest: range.lowest, highest: range.highest });
}

/** Every edition so far, the newest first, with what changed and why. */
export function editionList(facts: EditionFacts): Element {
  const { edition, signed, voice } = facts;
  const { words } = voice;
  const { number, publishedAt, change } = edition;
  const all = [...edition.earlier, { number, publishedAt, change, digest: signed.proof.digest }].reverse();
  const rows = all.map((each) =>
    h("tr", {}, [
      h("th", { scope: "row" }, String(each.number)),
      h("td", {}, [
        h("time", { dateTime: each.publishedAt }, dayOf(each.publishedAt, voice)),
        each.number === number ? h("p", { className: "soft" }, words.thisEdition) : null,
      ]),
      h("td", {}, changeCell(each.change, facts)),
      h("td", { className: "data" }, grouped(each.digest)),
    ]),
  );
  const heads = [words.edition, words.published, words.whatChanged, words.digest];
  return h("section", { ariaLabelledBy: "editions" }, [
    h("h2", { id: "editions" }, words.editions),
    scrollingTable({ id: "editions", heads, rows }),
  ]);
}

function changeCell(change: EditionChange | null, facts: EditionFacts): ElementContent[] {
  const { words } = facts.voice;
  if (change === null) return [{ type: "text", value: words.firstEdition }];
  return [h("p", {}, words[change.kind]), ...whatAndWhy(change, facts)];
}

/** How anybody can check the file, and everything that is needed for it. */
export function verifyFooter({ edition, report, signed, voice }: EditionFacts): Element {
  const { words } = voice;
  const { proof } = signed;
  const { desk, audit } = edition;
  const address = (url: string) => [outsideLink(url, [isolated(url)])];
  const data = (value: string) => [h("span", { className: "data", dir: "ltr" }, value)];
  const rows: (readonly [string, ElementContent[]])[] = [
    [words.digest, data(grouped(proof.digest))],
    [words.signedBy, [isolated(desk.name)]],
    [words.key, data(proof.keyId)],
    [words.publicKey, data(proof.publicKey)],
    [words.keysAt, address(desk.keys)],
    [words.signature, data(proof.signature)],
    [words.address, address(edition.address)],
    [words.corrections, address(desk.correctionsPage)],
    [words.articleText, data(grouped(report.article.textDigest))],
    [words.auditHead, data(filled(words.auditEntry, { number: audit.seq, hash: grouped(audit.hash) }))],
  ];
  return h("footer", { className: "verify" }, [
    h("div", {}, [
      h("h2", { id: "check" }, words.check),
      h("p", {}, words.checkHow),
      h("p", {}, [h("code", { className: "data", dir: "ltr" }, "npx stet verify report.html")]),
      h("p", {}, words.checkKey),
    ]),
    h(
      "dl",
      {},
      rows.flatMap(([word, value]) => (isEmpty(value) ? [] : [h("dt", {}, word), h("dd", {}, value)])),
    ),
  ]);
}

function isEmpty([first]: readonly ElementContent[]): boolean {
  if (first === undefined) return true;
  if (first.type === "text") return first.value === "";
  return first.type === "element" && (first.children.length === 0 || isEmpty(first.children));
}
