import type { Paragraph } from "docx";
import type { EarlierEdition, EditionDocument, SignedEdition } from "#lib/domain/edition.ts";
import { bold, type LinePart, linesOf, linkTo, reportLine } from "#lib/formats/docx/docx-lines.ts";
import type { ClaimStyle } from "#lib/formats/docx/docx-styles.ts";
import { creditsOf, factsOf, titleOf } from "#lib/formats/edition/page-facts.ts";
import { dayOf, filled, joinedParts, momentIn, type Voice, voiceOf } from "#lib/formats/report/voice.ts";
import { countsIn } from "#lib/formats/report/voice-report.ts";

/** The first page: what changed or was taken back, which edition this is, what it says, and how it is checked. */
export function frontPage(signed: SignedEdition, styles: Iterable<ClaimStyle>): Paragraph[] {
  const { edition, proof } = signed;
  const { report, desk } = edition;
  const facts = factsOf(signed);
  const { voice } = facts;
  const { words } = voice;
  const { line, heading, under, address } = writerIn(voice);
  return [
    ...noticeOf(edition, voice),
    reportLine("title", [titleOf(facts)]),
    line(bold(editionLine(edition))),
    ...creditsOf(facts).map((credit) => line(credit)),
    line(countsIn(report, voice)),
    ...(edition.leftOut === 0 ? [] : [line(filled(words.leftOut, { number: edition.leftOut }))]),
    ...keyToStyles([...styles], voice),
    ...under(words.summary, edition.summary),
    ...under(words.method, edition.method),
    ...(edition.earlier.length === 0
      ? []
      : [heading(words.earlierEditions), ...edition.earlier.map((each) => line(earlierWords(each, voice)))]),
    heading(words.check),
    ...address(words.thisEdition, edition.address),
    ...address(words.keysAt, desk.keys),
    ...address(words.corrections, desk.correctionsPage),
    line(bold("SHA-256: "), proof.digest),
    line(bold(`${words.key}: `), [proof.keyId, proof.algorithm, proof.publicKey].join(words.comma)),
    line(words.checkDocx),
  ];
}

/** "Lantern checking desk: Fact-check report, edition 2, 24 June 2026". */
export function editionLine({ desk, number, publishedAt, language }: EditionDocument): string {
  const voice = voiceOf(language);
  return `${desk.name}: ${filled(voice.words.editionLine, { number, day: dayOf(publishedAt, voice) })}`;
}

type Part = LinePart | string;

/** Paragraphs that the report's own words lead, in their direction; what people wrote runs in its own. */
function writerIn({ dir }: Voice) {
  const line = (...parts: readonly Part[]) => reportLine("report", parts, { dir });
  const heading = (words: string) => reportLine("heading", [words], { dir });
  const under = (name: string, words: string) => {
    const lines = linesOf(words);
    return lines.length === 0 ? [] : [heading(name), ...lines.map((each) => reportLine("report", [each]))];
  };
  const address = (name: string, to: string) => (to === "" ? [] : [line(bold(`${name}: `), linkTo(to))]);
  return { line, heading, under, address };
}

function noticeOf({ change, report, publishedAt }: EditionDocument, voice: Voice): Paragraph[] {
  const isWithdrawn = report.status === "withdrawn";
  if (change === null && !isWithdrawn) return [];
  const { words, dir } = voice;
  const { line } = writerIn(voice);
  const name = words[isWithdrawn ? "withdrawal" : (change?.kind ?? "update")];
  const said = `${joinedParts([name, dayOf(publishedAt, voice)], voice)}. ${isWithdrawn ? words.withdrawnNotice : ""}`;
  const changed = change?.kind === "withdrawal" ? words.whatIsTakenBack : words.whatChanged;
  return [
    reportLine("notice", [said.trim()], { dir }),
    ...linesOf(change?.what ?? "").map((each) => line(bold(`${changed}: `), each)),
    ...linesOf(change?.why ?? "").map((each) => line(bold(`${words.why}: `), each)),
  ];
}

/** Each style of words that were checked, shown in itself. */
function keyToStyles(styles: readonly ClaimStyle[], { words, dir }: Voice): Paragraph[] {
  if (styles.length === 0) return [];
  const parts = styles.flatMap(({ id, label, claims }, index) => [
    index === 0 ? " " : "; ",
    { words: label, style: id },
    ` (${claims})`,
  ]);
  return [reportLine("report", [words.keyToStyles, ...parts], { dir })];
}

function earlierWords({ number, publishedAt, digest, change }: EarlierEdition, voice: Voice): string {
  const { words } = voice;
  const why = change === null ? "" : `. ${words[change.kind]}: ${change.what}`;
  const said = [`${words.edition} ${number}`, momentIn(publishedAt, voice), `SHA-256 ${digest}`];
  return `${joinedParts(said, voice)}${why}`;
}
