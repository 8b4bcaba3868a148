import { abbreviationsOf } from "#lib/domain/abbreviations.ts";
import { soundAfter } from "#lib/domain/graphemes.ts";
import type { Span } from "#lib/domain/span.ts";

/** What is segmented at once, and the longest that a sentence gets before it is cut at a space: UTF-16 code units. */
const piece = 2048;
const longest = 16_384;

/**
 * The sentences of a stretch of one paragraph, in order, without the white space around them. UAX #29 by `Intl.Segmenter`,
 * but a full stop after an abbreviation, an initial or an ordinal ends none, and closing quotation marks stay with
 * theirs. Linear in the length; a sentence of over 16,384 units is cut.
 */
export function sentencesIn(stretch: string, language: string): Span[] {
  return [...sentencesAfter(stretch, language, 0)];
}

/** The first sentence of a stretch that ends after `offset`; null when none does. Looks at its neighbourhood only. */
export function sentenceFrom(stretch: string, offset: number, language: string): Span | null {
  const word = stretch.slice(offset).search(/\S/u);
  return word === -1 ? null : sentenceAround(stretch, offset + word, language);
}

/** The last sentence of a stretch that begins before `offset`; null when none does. */
export function sentenceUntil(stretch: string, offset: number, language: string): Span | null {
  const before = stretch.slice(0, offset).trimEnd().length - 1;
  return before < 0 ? null : sentenceAround(stretch, before, language);
}

function sentenceAround(stretch: string, offset: number, language: string): Span | null {
  for (let reach = piece; ; reach *= 2) {
    const from = calmPlace(stretch, offset - reach);
    let first = true;
    for (const sentence of sentencesAfter(stretch, language, from)) {
      const isWhole = !first || from === 0 || reach > longest;
      first = false;
      if (sentence.end <= offset) continue;
      if (isWhole) return sentence;
      break;
    }
    if (from === 0) return null;
  }
}

/**
 * An offset at or before `offset` in the middle of a word. What UAX #29 and the abbreviations look at before a boundary
 * is the word there at most, so from such a place on the boundaries are those of the whole stretch.
 */
function calmPlace(stretch: string, offset: number): number {
  for (let at = Math.max(0, offset); at > 0; at -= 1) {
    if (/^\s\p{L}{2}/u.test(stretch.slice(at, at + 5)) && /\p{L}{2}$/u.test(stretch.slice(Math.max(0, at - 5), at)))
      return at;
    if (offset - at > piece) return soundAfter(stretch, offset, stretch.length);
  }
  return 0;
}

function* sentencesAfter(stretch: string, language: string, from: number): Generator<Span> {
  let start = from;
  for (const end of ends(stretch, language, from)) {
    const text = stretch.slice(start, end);
    const span = { start: start + text.length - text.trimStart().length, end: start + text.trimEnd().length };
    if (span.start < span.end) yield span;
    start = end;
  }
}

/** Where sentences end with the space after them; the last is the end of the stretch. */
function* ends(stretch: string, language: string, from: number): Generator<number> {
  let start = from;
  for (const boundary of candidates(stretch, language, from)) {
    const candidate =
      boundary - (opening.exec(stretch.slice(Math.max(start, boundary - 8), boundary))?.[0].length ?? 0);
    const end = candidate + (closing.exec(stretch.slice(candidate, candidate + 16))?.[0].length ?? 0);
    if (end <= start) continue;
    if (end >= stretch.length || end - start > longest || endsSentence(stretch, { end, candidate, language })) {
      yield end;
      start = end;
    }
  }
  if (start < stretch.length) yield stretch.length;
}

/** UAX #29 gives an opening bracket that follows at once to the sentence before, as in 。「 */
const opening = /\p{Ps}+$/u;
/** Quotation marks and brackets that stand apart from the sentence they close, as in « Oui. » */
const closing = /^[\p{Pe}\p{Pf}]+(?:\s+|$)/u;

/** The boundaries of UAX #29, found piece by piece. */
function* candidates(stretch: string, language: string, from: number): Generator<number> {
  const segmenter = segmenterFor(language);
  let start = from;
  let size = piece;
  while (start < stretch.length) {
    const text = stretch.slice(start, start + size);
    const isLast = start + size >= stretch.length;
    const found = [...segmenter.segment(text)].map(({ index }) => start + index).slice(1);
    // A boundary holds only when a letter comes after it in the piece: the rules look ahead as far as the next one.
    while (!isLast && found.length > 0 && !/\p{L}\P{L}/u.test(text.slice((found.at(-1) ?? start) - start))) found.pop();
    yield* found;
    if (isLast) return;
    const last = found.at(-1);
    if (last !== undefined) {
      start = last;
      size = piece;
    } else if (size < longest) {
      size *= 2;
    } else {
      start = cutOf(stretch, start + size);
      yield start;
    }
  }
}

function cutOf(stretch: string, offset: number): number {
  const space = stretch.lastIndexOf(" ", offset - 1);
  return space > offset - piece ? space + 1 : soundAfter(stretch, offset, stretch.length);
}

const tail = /(\S*?)([.!?…。！？]+)([\p{Pe}\p{Pf}\p{Pi}"']*)\s*$/u;
const nextWord = /^[\p{P}\s]*([\p{L}\p{N}]+)/u;

function endsSentence(
  stretch: string,
  { end, candidate, language }: { end: number; candidate: number; language: string },
): boolean {
  const [, token = "", stop = "", closers = ""] =
    tail.exec(stretch.slice(Math.max(0, candidate - 64), candidate)) ?? [];
  const next = nextWord.exec(stretch.slice(end, end + 64))?.[1] ?? "";
  if ((closers !== "" || end > candidate) && /^\p{Ll}/u.test(next)) return false;
  if (stop !== "." || closers !== "" || end > candidate) return true;
  const { never, seldom, numbered, openers, ordinals } = abbreviationsOf(language);
  const word = (token.split(/[\p{Ps}\p{Pi}"—–/]/u).at(-1) ?? "").toLowerCase();
  const opens = openers.has(next.toLowerCase());
  if (never.has(word)) return false;
  if (numbered.has(word) && /^(?:\p{N}|[IVXLC]+$)/u.test(next)) return false;
  if (seldom.has(word)) return opens;
  if (ordinals && /^\d{1,2}$/u.test(word)) return opens;
  if (!initials.test(word)) return true;
  return opens && !afterInitial.test(stretch.slice(Math.max(0, candidate - 64), candidate));
}

/** "J." and "U.S."; two single small letters with a space between, as in "z. B.", never end a sentence. */
const initials = /^(?:\p{L}\.\s?)*(?!\p{Lo})\p{L}$/u;
const afterInitial = /(?:^|\s)\p{Ll}\.\s\p{L}\.\s*$/u;

const segmenters = new Map<string, Intl.Segmenter>();

/** A language tag from an import may be malformed; then the root locale does. */
function segmenterFor(language: string): Intl.Segmenter {
  const known = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) ? language : "und";
  const kept = segmenters.get(known);
  if (kept !== undefined) return kept;
  const made = new Intl.Segmenter(known, { granularity: "sentence" });
  if (segmenters.size < 32) segmenters.set(known, made);
  return made;
}
