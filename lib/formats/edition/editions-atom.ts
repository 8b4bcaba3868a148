import type { EditionDocument } from "#lib/domain/edition.ts";
import { changeLine } from "#lib/formats/edition/page-parts.ts";
import { filled, voiceOf } from "#lib/formats/report/voice.ts";
import { countsIn } from "#lib/formats/report/voice-report.ts";

type Feed = {
  /** The feed's own address, and that of its next page or null. */
  readonly address: string;
  readonly next: string | null;
  /** The page of an edition. */
  readonly pageOf: (edition: EditionDocument) => string;
};

/** Editions of one desk as an Atom feed (RFC 4287), in the order given, which begins with the latest. At least one. */
export function editionsToAtom(editions: readonly EditionDocument[], { address, next, pageOf }: Feed): string {
  const [latest] = editions;
  if (latest === undefined) throw new Error("A feed has at least one edition");
  const { desk } = latest;
  const voice = voiceOf(latest.language);
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>urn:uuid:${desk.id}</id>`,
    `<title xml:lang="${voice.language}">${xml(filled(voice.words.checksOf, { name: desk.name }))}</title>`,
    `<updated>${latest.publishedAt}</updated>`,
    `<author><name>${xml(desk.name)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xml(address)}"/>`,
    next === null ? "" : `<link rel="next" type="application/atom+xml" href="${xml(next)}"/>`,
    ...editions.map((edition) => entryOf(edition, pageOf(edition))),
    "</feed>",
  ];
  return `${lines.filter((line) => line !== "").join("\n")}\n`;
}

/** An entry speaks the language of its edition. */
function entryOf(edition: EditionDocument, page: string): string {
  const { title } = edition.report.article;
  const voice = voiceOf(edition.language);
  const { words } = voice;
  const isWithdrawn = edition.report.status === "withdrawn";
  const name = title === "" ? words.untitled : title;
  return [
    "<entry>",
    `<id>urn:uuid:${edition.id}</id>`,
    `<title>${xml(isWithdrawn ? `${words.stateWithdrawn}: ${name}` : name)}</title>`,
    `<published>${edition.publishedAt}</published>`,
    `<updated>${edition.publishedAt}</updated>`,
    `<link rel="alternate" type="text/html" href="${xml(page)}"/>`,
    `<summary xml:lang="${voice.language}">${xml([changeLine(edition) ?? "", isWithdrawn ? "" : countsIn(edition.report, voice)].join(" ").trim())}</summary>`,
    "</entry>",
  ].join("\n");
}

/** Text for an XML 1.0 document: what it cannot hold is left out. */
function xml(words: string): string {
  return words
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
