import { graphemeAt, segmentAt, soundAfter } from "#lib/domain/graphemes.ts";
import { blockAt, type Span } from "#lib/domain/span.ts";

const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** Before these a word always ends, and what follows is segmented as if the text began there. */
const parts = /[\s。、！？「」『』《》〈〉（）]/u;
/** A word has one of these; what has none stands between words. */
const wordLike = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/gu;

/** Blocks are segmented in cells of about this many units, so that the time does not grow with the paragraph. */
const cell = 1024;

/**
 * Widens a rough selection to whole words and drops white space at its ends; it never cuts a grapheme. Looks at no more
 * than the neighbourhood of both ends: text without a space for 1,024 units is cut there as if a word ended. A selection
 * of white space alone gives an empty span.
 */
export function snapToWords(text: string, blocks: readonly Span[], span: Span): Span {
  let start = Math.max(0, Math.min(span.start, text.length));
  let end = Math.max(start, Math.min(span.end, text.length));
  for (;;) {
    while (start < end && isSpace(text, blocks, start)) start += 1;
    while (end > start && isSpace(text, blocks, end - 1)) end -= 1;
    if (start === end) return { start, end };
    const from = wordIn(text, blocks, start).start;
    const to = wordIn(text, blocks, end - 1).end;
    if (from === start && to === end) return { start, end };
    start = from;
    end = to;
  }
}

/** The first word of a stretch that ends after `offset`; null when none does. Signs and emoji count, punctuation does not. */
export function wordFrom(stretch: string, offset: number): Span | null {
  wordLike.lastIndex = Math.max(0, offset);
  const found = wordLike.exec(stretch);
  return found === null ? null : wordAt(stretch, { start: 0, end: stretch.length }, found.index);
}

/** The last word of a stretch that begins before `offset`; null when none does. */
export function wordUntil(stretch: string, offset: number): Span | null {
  for (let at = Math.min(offset, stretch.length) - 1; at >= 0; at -= 1) {
    wordLike.lastIndex = 0;
    if (wordLike.test(characterAt(stretch, at))) return wordAt(stretch, { start: 0, end: stretch.length }, at);
  }
  return null;
}

function characterAt(text: string, at: number): string {
  const first = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, at - 1), at + 1)) ? at - 1 : at;
  return String.fromCodePoint(text.codePointAt(first) ?? 0);
}

/** A space that carries a combining mark is a letter of its own, not white space. */
function isSpace(text: string, blocks: readonly Span[], offset: number): boolean {
  if (!/\s/u.test(text.charAt(offset))) return false;
  const block = blockAt(blocks, offset);
  if (block === undefined || offset >= block.end) return true;
  const { start, end } = graphemeAt(text, block, offset);
  return text.slice(start, end).trim() === "";
}

function wordIn(text: string, blocks: readonly Span[], offset: number): Span {
  const block = blockAt(blocks, offset);
  if (block === undefined || offset >= block.end) return { start: offset, end: offset + 1 };
  return wordAt(text, block, offset);
}

/** The word around an offset, its graphemes whole. The words of a block are the same from wherever one asks. */
function wordAt(text: string, block: Span, offset: number): Span {
  const { start, end } = cellAt(text, block, offset);
  let from = offset;
  while (from > start && !parts.test(text.charAt(from))) from -= 1;
  let to = offset + 1;
  while (to < end && !parts.test(text.charAt(to))) to += 1;
  const word = segmentAt(text, { segmenter, offset, from, to });
  return { start: graphemeAt(text, block, word.start).start, end: graphemeAt(text, block, word.end - 1).end };
}

function cellAt(text: string, block: Span, offset: number): Span {
  const index = Math.floor((offset - block.start) / cell);
  const first = cutAt(text, block, index);
  return first <= offset
    ? { start: first, end: cutAt(text, block, index + 1) }
    : { start: cutAt(text, block, index - 1), end: first };
}

/** Where the cell of this number begins: at the first space after its place, else between two graphemes. */
function cutAt(text: string, block: Span, index: number): number {
  if (index <= 0) return block.start;
  const place = block.start + index * cell;
  const limit = Math.min(place + cell, block.end);
  for (let at = place; at < limit; at += 1) if (parts.test(text.charAt(at))) return at;
  return place >= block.end ? block.end : soundAfter(text, place, block.end);
}
