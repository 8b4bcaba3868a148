import type { Element, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { canonicalJson } from "#lib/formats/canonical-json.ts";
import { editionCss } from "#lib/formats/edition/edition-css.ts";
import { sourcesOf } from "#lib/formats/edition/edition-sources-cited.ts";
import { editionList, methodNote, ratingsExplained, verifyFooter } from "#lib/formats/edition/html-back.ts";
import { claimAnchor, editionClaim } from "#lib/formats/edition/html-claim.ts";
import { editionHead } from "#lib/formats/edition/html-front.ts";
import { sourceList } from "#lib/formats/edition/html-sources.ts";
import { changeList, overview } from "#lib/formats/edition/html-tables.ts";
import { type EditionFacts, factsOf, titleOf } from "#lib/formats/edition/page-facts.ts";
import { inScript } from "#lib/formats/edition/page-parts.ts";
import { claimReviews } from "#lib/formats/linked-data/claim-review.ts";
import { articleSection } from "#lib/formats/report/html-article.ts";
import { galleyRules, pageHead } from "#lib/formats/report/html-head.ts";
import { countsShown } from "#lib/formats/report/html-masthead.ts";
import { arabicFontFace, reportFontFaces } from "#lib/formats/report/report-fonts.ts";
import type { ClaimEntry } from "#lib/formats/report/report-words.ts";
import { filled } from "#lib/formats/report/voice.ts";

/**
 * The edition as one HTML file that loads and runs nothing, with the proof in a data block `stet-edition`. Every claim
 * is at `#claim-ID`. The same edition gives the same bytes.
 */
export async function editionToHtml(signed: SignedEdition): Promise<string> {
  const facts = factsOf(signed);
  const proof = canonicalJson(signed);
  const tree = await editionTree(facts, {
    text: proof,
    footer: verifyFooter(facts),
    blocks: [
      h("script", { type: "application/ld+json" }, inScript(JSON.stringify(claimReviews(signed)))),
      h("script", { type: "application/json", id: "stet-edition" }, inScript(proof)),
    ],
  });
  return `${toHtml(tree)}\n`;
}

type Around = {
  /** All words that the page may hold, to choose its fonts by. */
  readonly text: string;
  readonly banner?: Element;
  readonly footer?: Element;
  readonly blocks?: readonly Element[];
};

/** The page of an edition, with what stands around the edition's own words. */
export async function editionTree(facts: EditionFacts, { text, banner, footer, blocks = [] }: Around): Promise<Root> {
  const { report, voice } = facts;
  const { section, noted } = articleSection(report, facts.live, { voice, anchorOf: claimAnchor });
  const isArabic = voice.language === "ar" || /\p{Script=Arabic}/u.test(text);
  const fonts = [await reportFontFaces(), isArabic ? await arabicFontFace() : ""];
  const style = [...fonts, editionCss, galleyRules(noted, countsShown(report))].join("\n");
  const title = filled(voice.words.fileOf, { title: titleOf(facts) });
  return {
    type: "root",
    children: [
      { type: "doctype" },
      h("html", { lang: voice.language, dir: voice.dir }, [
        pageHead(title, { style }),
        h("body", {}, [
          h("a", { className: "skip", href: "#report" }, voice.words.skip),
          h("div", { className: "rep" }, [
            banner,
            editionHead(facts),
            h("main", { id: "report", tabIndex: -1 }, mainParts(facts, { section, marked: new Set(noted) })),
            footer,
          ]),
          ...blocks,
        ]),
      ]),
    ],
  };
}

type Galley = { readonly section: Element; readonly marked: ReadonlySet<number> };

function mainParts(facts: EditionFacts, galley: Galley): (Element | null)[] {
  const { edition, voice, live, withdrawn } = facts;
  const { words } = voice;
  const isForWriter = edition.template === "writer";
  return [
    isForWriter ? changeList(facts) : null,
    edition.template === "editor" ? overview(facts) : null,
    galley.section,
    claims({ id: "the-claims", title: words.theClaims, entries: live }, { facts, galley }),
    withdrawn.length === 0
      ? null
      : claims({ id: "withdrawn", title: words.withdrawnClaims, entries: withdrawn }, { facts, galley }),
    edition.leftOut === 0
      ? null
      : h("p", { className: "soft left-out" }, filled(words.leftOut, { number: edition.leftOut })),
    ratingsExplained(facts),
    methodNote(facts),
    sourceList(facts, sourcesOf(facts.signed)),
    editionList(facts),
  ];
}

type Claims = { readonly id: string; readonly title: string; readonly entries: readonly ClaimEntry[] };

type Page = { readonly facts: EditionFacts; readonly galley: Galley };

function claims({ id, title, entries }: Claims, { facts, galley }: Page): Element {
  return h("section", { ariaLabelledBy: id }, [
    h("h2", { id }, title),
    ...(entries.length === 0
      ? [h("p", { className: "soft" }, facts.voice.words.noClaims)]
      : entries.map((entry) => editionClaim(entry, facts, galley))),
  ]);
}
