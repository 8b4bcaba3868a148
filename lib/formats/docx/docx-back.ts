import type { Paragraph } from "docx";
import { CommentRangeEnd, CommentRangeStart } from "docx";
import type { EditionReference } from "#lib/formats/citations/edition-references.ts";
import { type ReferencePiece, referencePieces } from "#lib/formats/citations/reference-pieces.ts";
import { referenceTo } from "#lib/formats/docx/docx-inline.ts";
import { bold, type LinePart, reportLine } from "#lib/formats/docx/docx-lines.ts";
import type { CommentedClaim } from "#lib/formats/docx/docx-placing.ts";
import { dayIn, dayOf, filled, joinedParts, type Voice } from "#lib/formats/report/voice.ts";
import { citedFor } from "#lib/formats/report/voice-claim.ts";

/** The claims whose words are not in the text: each with its comment all the same. */
export function unplacedClaims(entries: readonly CommentedClaim[], { words, dir }: Voice): Paragraph[] {
  if (entries.length === 0) return [];
  return [
    reportLine("heading", [words.unplaced], { dir }),
    ...entries.map(({ claim, comment }) =>
      reportLine("report", [bold(`${claim.number}. `), claim.statement || claim.quote || words.noStatement], {
        dir,
        before: [new CommentRangeStart(comment)],
        after: [new CommentRangeEnd(comment), referenceTo(comment)],
      }),
    ),
  ];
}

/** The sources in the order of the claims, each with the claims it serves for, its address and the copies kept of it. */
export function sourceList(references: readonly EditionReference[], voice: Voice): Paragraph[] {
  const { words, dir } = voice;
  const heading = reportLine("heading", [words.sources], { dir });
  if (references.length === 0) return [heading, reportLine("report", [words.noSources], { dir })];
  return [heading, ...references.map((reference) => sourceLine(reference, voice))];
}

function sourceLine(reference: EditionReference, voice: Voice): Paragraph {
  const { number, claims, copies, readOn } = reference;
  const { words, dir } = voice;
  const last = readOn.at(-1);
  const parts = [
    `${number}. `,
    ...referencePieces(reference).map(partOf),
    ` ${citedFor(claims, voice)}.`,
    ...(last === undefined ? [] : [` ${filled(words.accessed, { day: dayIn(last, voice) })}.`]),
    ...copies.map(
      (copy) => ` ${joinedParts([words.keptCopy, dayOf(copy.obtainedAt, voice), `SHA-256 ${copy.digest}`], voice)}.`,
    ),
  ];
  return reportLine("source", parts, { dir });
}

function partOf({ text, italic, href }: ReferencePiece): LinePart {
  return { words: text, ...(italic ? { italics: true } : {}), ...(href === null ? {} : { address: href }) };
}
