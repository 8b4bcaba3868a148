import type { Block } from "#lib/domain/block.ts";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";

/** `[start, end)` in a version's text, UTF-16 code units. */
export type Span = { readonly start: number; readonly end: number };

export type Quote = { readonly prefix: string; readonly quote: string; readonly suffix: string };

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
const words = new Intl.Segmenter("und", { granularity: "word" });
const contextLength = 32;
const paragraphLength = 1000;

/**
 * Checks that a span lies in the text, holds more than white space, and cuts no grapheme (and so no surrogate pair)
 * in two. Fails with the name of the rule it breaks.
 */
export function checkSpan(
  text: string,
  blocks: readonly Block[],
  span: Span,
): Result<Span, "span-outside" | "span-empty"> {
  const { start, end } = span;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return err("span-outside");
  if (start < 0 || end > text.length || start > end) return err("span-outside");
  if (text.slice(start, end).trim() === "") return err("span-empty");
  if (!isBoundary(text, blocks, start) || !isBoundary(text, blocks, end)) return err("span-outside");
  return ok({ start, end });
}

function isBoundary(text: string, blocks: readonly Span[], offset: number): boolean {
  const block = blockAt(blocks, offset);
  if (block === undefined || offset <= block.start || offset >= block.end) return true;
  return graphemeAt(text, block, offset).start === offset;
}

function graphemeAt(text: string, block: Span, offset: number): Span {
  return segmentAt(text, {
    segmenter: graphemes,
    offset,
    from: soundBack(text, block, offset),
    to: soundOn(text, block, offset),
  });
}

function segmentAt(text: string, at: { segmenter: Intl.Segmenter; offset: number; from: number; to: number }): Span {
  const segment = at.segmenter.segment(text.slice(at.from, at.to)).containing(at.offset - at.from);
  if (segment === undefined) return { start: at.offset, end: at.offset + 1 };
  const start = at.from + segment.index;
  return { start, end: start + segment.segment.length };
}

/** Characters that, side by side, always part two graphemes; a window cut between two of them cuts none. */
const plain =
  /[\t\n -~]|(?=\p{L})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const reach = 64;

function isSound(text: string, offset: number): boolean {
  return plain.test(text.charAt(offset - 1)) && plain.test(text.charAt(offset));
}

function soundBack(text: string, block: Span, offset: number): number {
  let at = Math.max(block.start, offset - reach);
  while (at > block.start && !isSound(text, at)) at -= 1;
  return at;
}

function soundOn(text: string, block: Span, offset: number): number {
  let at = Math.min(block.end, offset + reach);
  while (at < block.end && !isSound(text, at)) at += 1;
  return at;
}

/** The block that holds an offset; between two blocks, the one before. */
function blockAt<T extends Span>(blocks: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block !== undefined && block.start <= offset) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1];
}

/** The blocks that a span touches, in order. */
export function blocksOf<T extends Span>(blocks: readonly T[], span: Span): T[] {
  return blocks.filter((block) => block.start < span.end && block.end > span.start);
}

/**
 * Widens a rough selection to whole words and drops white space at its ends; it never cuts a grapheme. Segmented from
 * space to space, for `Intl.Segmenter` is quadratic over long texts. A selection of white space alone gives an empty span.
 */
export function snapToWords(text: string, blocks: readonly Span[], span: Span): Span {
  let start = Math.max(0, Math.min(span.start, text.length));
  let end = Math.max(start, Math.min(span.end, text.length));
  while (start < end && isSpace(text, blocks, start)) start += 1;
  while (end > start && isSpace(text, blocks, end - 1)) end -= 1;
  if (start === end) return { start, end };
  const snapped = { start: wordAt(text, blocks, start).start, end: wordAt(text, blocks, end - 1).end };
  return snapped.start === start && snapped.end === end ? snapped : snapToWords(text, blocks, snapped);
}

/** A space that carries a combining mark is a letter of its own, not white space. */
function isSpace(text: string, blocks: readonly Span[], offset: number): boolean {
  if (!/\s/u.test(text.charAt(offset))) return false;
  const block = blockAt(blocks, offset);
  if (block === undefined || offset >= block.end) return true;
  const { start, end } = graphemeAt(text, block, offset);
  return text.slice(start, end).trim() === "";
}

/** The word around an offset, its graphemes whole. */
function wordAt(text: string, blocks: readonly Span[], offset: number): Span {
  const block = blockAt(blocks, offset);
  if (block === undefined || offset >= block.end) return { start: offset, end: offset + 1 };
  const space = text.lastIndexOf(" ", offset);
  const next = text.indexOf(" ", offset + 1);
  const from = space >= block.start && space > offset - longestWord ? space : soundBack(text, block, offset);
  const to = next !== -1 && next < Math.min(block.end, offset + longestWord) ? next : soundOn(text, block, offset);
  const word = segmentAt(text, { segmenter: words, offset, from, to });
  return { start: graphemeAt(text, block, word.start).start, end: graphemeAt(text, block, word.end - 1).end };
}

const longestWord = 200;

/** The exact words of a span with up to 32 units of context on each side, never cutting a surrogate pair. */
export function quoteOf(text: string, span: Span): Quote {
  return quoteWithin(text, span, { start: span.start - contextLength, end: span.end + contextLength });
}

/** The exact words of a span with the rest of the blocks it touches, at most 1,000 units on each side. */
export function paragraphOf(text: string, blocks: readonly Span[], span: Span): Quote {
  const touched = blocksOf(blocks, span);
  return quoteWithin(text, span, {
    start: Math.max(touched[0]?.start ?? span.start, span.start - paragraphLength),
    end: Math.min(touched.at(-1)?.end ?? span.end, span.end + paragraphLength),
  });
}

function quoteWithin(text: string, span: Span, context: Span): Quote {
  const before = Math.max(0, Math.min(context.start, span.start));
  const after = Math.min(text.length, Math.max(context.end, span.end));
  return {
    prefix: text.slice(cutsPair(text, before) ? before + 1 : before, span.start),
    quote: text.slice(span.start, span.end),
    suffix: text.slice(span.end, cutsPair(text, after) ? after - 1 : after),
  };
}

function cutsPair(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}
