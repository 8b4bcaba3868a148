import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { directionOf } from "#lib/domain/direction.ts";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { type CitationStyle, citationStyleWords } from "#lib/domain/source-views.ts";
import { cutTo } from "#lib/formats/annotations/annotation-statement.ts";
import { type EditionReference, referencesOf } from "#lib/formats/citations/edition-references.ts";
import { referencePieces } from "#lib/formats/citations/reference-pieces.ts";
import { dayIn, filled, type Voice, voiceOf } from "#lib/formats/report/voice.ts";
import { citedFor } from "#lib/formats/report/voice-claim.ts";
import { copyWords } from "#lib/formats/tables/claim-table.ts";
import { changeSentence, checkTitle, editionLine } from "#lib/formats/tables/edition-lines.ts";

const css =
  ":root{color-scheme:light dark}body{font:1rem/1.5 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem}" +
  "li{margin:0 0 1rem;padding-inline-start:.5rem}p{margin:.25rem 0}code{overflow-wrap:anywhere}" +
  ".about,.edition{font:.875rem/1.5 system-ui,sans-serif}a{overflow-wrap:anywhere}";

/** UTF-16 code units of a title that a tab or a search shows. */
const longestTitle = 70;

/**
 * The list of sources as a research department hands it over: numbered references in a citation style, in the order of
 * the claims, each with the claims it serves, when it was read and the copy that is kept. One HTML file in UTF-8 that
 * loads and runs nothing, so that italics and links survive when it is pasted into a document.
 */
export function editionToSources(signed: SignedEdition, style: CitationStyle = "apa"): string {
  const { edition } = signed;
  const { all } = referencesOf(edition, style);
  const voice = voiceOf(edition.language);
  const { words } = voice;
  const title = `${words.sources}. ${checkTitle(edition)}`;
  const change = changeSentence(edition);
  const list = all.map((reference) => item(reference, voice));
  const page = h("html", { lang: voice.language, dir: voice.dir }, [
    h("head", {}, [
      h("meta", { charSet: "utf-8" }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("meta", { name: "referrer", content: "no-referrer" }),
      h("title", {}, cutTo(longestTitle, title)),
      h("style", {}, css),
    ]),
    h("body", {}, [
      h("main", {}, [
        h("h1", { dir: directionOf(title) }, title),
        change === "" ? null : h("p", { role: "note" }, [h("strong", { dir: "auto" }, change)]),
        h("p", { className: "about" }, filled(words.referencesIn, { style: citationStyleWords[style] })),
        list.length === 0 ? h("p", {}, words.noSources) : h("ol", {}, list),
      ]),
      h("footer", { className: "edition" }, [h("p", {}, [h("code", {}, editionLine(signed))])]),
    ]),
  ]);
  return `<!DOCTYPE html>\n${toHtml(page)}\n`;
}

function item(reference: EditionReference, voice: Voice) {
  const { number, text, claims, readOn, copies } = reference;
  const { words } = voice;
  const cited = referencePieces(reference).map(({ text: part, italic, href }) => {
    const piece = href === null ? part : h("a", { href, rel: "noreferrer" }, part);
    return italic ? h("i", {}, piece) : piece;
  });
  const days = readOn.map((day) => dayIn(day, voice)).join(words.comma);
  const read = days === "" ? "" : ` ${filled(words.accessed, { day: days })}.`;
  const serves = `${citedFor(claims, voice)}.${read}`;
  return h("li", { id: `source-${number}`, value: number }, [
    h("p", { dir: directionOf(text) }, cited),
    h("p", { className: "about" }, serves),
    ...copies.map((copy) => h("p", { className: "about" }, [`${words.keptCopy}: `, h("code", {}, copyWords(copy))])),
  ]);
}
