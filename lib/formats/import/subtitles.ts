import type { BlockDraft } from "#lib/domain/block.ts";
import { sentencesIn } from "#lib/domain/sentences.ts";
import type { ImportedDocument } from "#lib/formats/import/imported-document.ts";
import { noMetadata } from "#lib/formats/import/imported-document.ts";
import { foundLanguage, foundLine } from "#lib/formats/import/metadata-values.ts";
import { readCues } from "#lib/formats/import/subtitles-cues.ts";
import type { Speech } from "#lib/formats/import/subtitles-speech.ts";
import { speechIn } from "#lib/formats/import/subtitles-speech.ts";

/** Milliseconds of silence after which a turn is over, and its most cues; the UTF-16 units after which a cue is an end. */
const pause = 3_000;
const longTurn = 1_000;
const longSentence = 400;

/**
 * Captions and transcripts (WebVTT, SubRip): a block for each sentence, with the time from the beginning of its first
 * cue to the end of its last. Who speaks stands before the words where the voice changes.
 */
export function readSubtitles(text: string): ImportedDocument {
  const header = /^\uFEFF?WEBVTT[ \t]*-?[ \t]*([^\n\r]*)/.exec(text)?.[1];
  const language = /^language:[ \t]*(\S+)/im.exec(text.slice(0, 1_000).split(/\n\s*\n/)[0] ?? "")?.[1];
  return {
    blocks: turnsOf(speechIn(readCues(text))).flatMap((turn) => blocksOf(turn, language ?? "und")),
    metadata: {
      ...noMetadata,
      title: foundLine(header, "the first line"),
      language: foundLanguage(language, "the file's header"),
    },
    format: "subtitles",
    dropped: [],
    notes: [],
    warnings: [],
  };
}

/** Speech by one voice without a long silence. */
function turnsOf(speech: readonly Speech[]): Speech[][] {
  const turns: Speech[][] = [];
  for (const piece of speech) {
    const turn = turns.at(-1);
    const before = turn?.at(-1);
    const goesOn =
      turn !== undefined &&
      before !== undefined &&
      turn.length < longTurn &&
      before.speaker === piece.speaker &&
      piece.from - before.to < pause &&
      !/^(?:[-–]\s?\p{L}|—\s|>>|[\p{Lu}][\p{Lu}\d .'’-]{1,40}:\s)/u.test(piece.text);
    if (turn !== undefined && goesOn) turn.push(piece);
    else turns.push([piece]);
  }
  return turns;
}

type Stretch = { readonly start: number; readonly end: number };

function blocksOf(turn: readonly Speech[], language: string): BlockDraft[] {
  const [first] = turn;
  if (first === undefined) return [];
  let text = first.speaker === "" ? "" : `${first.speaker}: `;
  const places: (Stretch & { readonly from: number; readonly to: number })[] = [];
  for (const piece of turn) {
    const start = places.length === 0 ? 0 : text.length;
    text += places.length === 0 || isUnspaced(text, piece.text) ? piece.text : ` ${piece.text}`;
    places.push({ start, end: text.length, from: piece.from, to: piece.to });
  }
  let at = 0;
  return sentencesIn(text, language)
    .flatMap((sentence) => cutAtCues(sentence, places))
    .map(({ start, end }) => {
      while ((places[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at += 1;
      const from = places[at]?.from ?? first.from;
      while ((places[at]?.end ?? Number.POSITIVE_INFINITY) < end) at += 1;
      const to = Math.max(from, places[at]?.to ?? first.to);
      return { type: "paragraph", place: { from, to }, runs: [{ text: text.slice(start, end).trim(), marks: [] }] };
    });
}

/** Captions made by a machine have no full stops. */
function cutAtCues({ start, end }: Stretch, places: readonly Stretch[]): Stretch[] {
  if (end - start <= longSentence) return [{ start, end }];
  const cuts: Stretch[] = [];
  let from = start;
  for (const place of places) {
    if (place.end <= from || place.end >= end || place.end - from < longSentence / 2) continue;
    cuts.push({ start: from, end: place.end });
    from = place.end;
  }
  return [...cuts, { start: from, end }];
}

/** Chinese and Japanese put no space between words. */
function isUnspaced(before: string, after: string): boolean {
  const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。！？「」]/u;
  return cjk.test(before.at(-1) ?? "") && cjk.test(after.at(0) ?? "");
}
