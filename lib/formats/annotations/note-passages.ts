import { type NamedSource, noDetails, written } from "#lib/domain/annotation.ts";
import { normalForm } from "#lib/domain/normal-form.ts";
import { sentenceUntil } from "#lib/domain/sentences.ts";
import { quoteOf, type Span } from "#lib/domain/span.ts";
import { cutTo, longestStatement } from "#lib/formats/annotations/annotation-statement.ts";
import type { StagedPassage } from "#lib/formats/annotations/place-passages.ts";
import { webAddressesIn } from "#lib/formats/annotations/web-addresses.ts";
import type { ImportedNote } from "#lib/formats/import/imported-document.ts";

/** A note of a document and the words of the text it is about, UTF-16 code units; none where it is about no words. */
type SpannedNote = ImportedNote & { readonly spans: readonly Span[] };

type InText = { readonly text: string; readonly language: string };

const mostSources = 20;
const longestNote = 20_000;
const longestTitle = 500;

/**
 * The passages that the notes of a document are about, in the order of the notes: a comment's words, a footnote's sentence,
 * what was inserted or deleted. Comments on one span are one passage. What was said, by whom and when is the statement; a
 * footnote's text is a source. What a statement cannot hold is kept whole in the note.
 */
export function notePassages(notes: readonly SpannedNote[], inText: InText): StagedPassage[] {
  const groups = new Map<string, { readonly note: SpannedNote; readonly span: Span | null; readonly said: string[] }>();
  for (const note of notes) {
    const span = spanOf(note, inText);
    const key = note.kind === "comment" && span !== null ? `${span.start}-${span.end}` : `note ${groups.size}`;
    const there = groups.get(key);
    if (there === undefined) groups.set(key, { note, span, said: [saidIn(note)] });
    else there.said.push(saidIn(note));
  }
  return [...groups.values()].map(({ note, span, said }) => {
    const quote = span === null ? nothing : quoteOf(inText.text, span);
    const words = said.join("\n\n");
    const isFootnote = note.kind === "footnote";
    const isLong = (isFootnote ? note.text : words).length > (isFootnote ? longestTitle : longestStatement);
    return {
      ...noDetails,
      label: labels[note.kind],
      exact: quote.quote,
      prefix: quote.prefix,
      suffix: quote.suffix,
      span,
      statement: isFootnote ? "" : cutTo(longestStatement, words),
      sources: isFootnote ? [footnoteSource(note)] : note.kind === "comment" ? linked(words) : [],
      note: isLong ? cutTo(longestNote, isFootnote ? cleaned(note.text) : words) : "",
      kept: note.kind === "comment" || isFootnote,
    };
  });
}

const nothing = { quote: "", prefix: "", suffix: "" };
const labels = { comment: "Comment", footnote: "Footnote", insertion: "Insertion", deletion: "Deletion" };

/** From the first words to the last; a footnote, and a comment between two letters, is about the sentence before it. */
function spanOf({ kind, spans }: SpannedNote, { text, language }: InText): Span | null {
  if (spans.length === 0) return null;
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const isEmpty = text.slice(start, end).trim() === "";
  if (kind !== "footnote" && !isEmpty) return { start, end };
  if (kind === "insertion" || kind === "deletion") return null;
  const from = text.lastIndexOf("\n\n", Math.max(0, end - 1)) + 1;
  const to = text.indexOf("\n\n", end);
  const paragraph = text.slice(from, to === -1 ? text.length : to);
  const sentence = sentenceUntil(paragraph, Math.max(end - from, 1), language);
  return sentence === null ? null : { start: from + sentence.start, end: from + sentence.end };
}

function saidIn({ kind, by, at, text, replies }: SpannedNote): string {
  const own = line(kind === "insertion" || kind === "deletion" ? labels[kind] : "", { by, at, text });
  return [own, ...replies.map((reply) => line("Reply", reply))].join("\n");
}

/** "Anna Berg, 2026-05-03: Where does it say so?" */
function line(what: string, { by, at, text }: { readonly by: string; readonly at: string; readonly text: string }) {
  const who = [what, cleaned(by), cleaned(at).slice(0, 10)].filter((part) => part !== "").join(", ");
  return who === "" ? cleaned(text) : `${who}: ${cleaned(text)}`;
}

function cleaned(text: string): string {
  return normalForm(written(text).replace(/\r\n?/g, "\n"), "NFC").trim();
}

function linked(words: string): readonly NamedSource[] {
  return webAddressesIn(words)
    .slice(0, mostSources)
    .map((address) => ({ title: "", address }));
}

function footnoteSource({ text }: ImportedNote): NamedSource {
  const title = cutTo(longestTitle, cleaned(text).replace(/\s+/gu, " "));
  return { title: title === "" ? "Footnote" : title, address: webAddressesIn(text)[0] ?? "" };
}
