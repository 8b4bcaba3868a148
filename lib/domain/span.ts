import type { Block } from "#lib/domain/block.ts";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";

/** `[start, end)` in a version's text, UTF-16 code units. */
export type Span = { readonly start: number; readonly end: number };

export type Quote = { readonly prefix: string; readonly quote: string; readonly suffix: string };

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
const words = new Intl.Segmenter("und", { granularity: "word" });
const contextLength = 32;

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

function isBoundary(text: string, blocks: readonly Block[], offset: number): boolean {
  const block = blockAt(blocks, offset);
  if (block === undefined || offset <= block.start || offset >= block.end) return true;
  const from = Math.max(block.start, offset - 64);
  const near = text.slice(from, Math.min(block.end, offset + 64));
  return offset === from || graphemes.segment(near).containing(offset - from)?.index === offset - from;
}

/** The block that holds an offset; between two blocks, the one before. */
export function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
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
export function blocksOf(blocks: readonly Block[], span: Span): Block[] {
  return blocks.filter((block) => block.start < span.end && block.end > span.start);
}

/**
 * Widens a rough selection to whole words and drops white space at its ends; segmented block by block, for
 * `Intl.Segmenter` is quadratic over long texts. A selection of white space alone gives an empty span.
 */
export function snapToWords(text: string, blocks: readonly Block[], span: Span): Span {
  let start = Math.max(0, Math.min(span.start, text.length));
  let end = Math.max(start, Math.min(span.end, text.length));
  while (start < end && isSpace(text, start)) start += 1;
  while (end > start && isSpace(text, end - 1)) end -= 1;
  if (start === end) return { start, end };
  const first = wordAt(text, blocks, start);
  const last = wordAt(text, blocks, end - 1);
  return { start: Math.min(start, first?.start ?? start), end: Math.max(end, last?.end ?? end) };
}

function isSpace(text: string, offset: number): boolean {
  return /\s/u.test(text.charAt(offset));
}

function wordAt(text: string, blocks: readonly Block[], offset: number): Span | undefined {
  const block = blockAt(blocks, offset);
  if (block === undefined || offset >= block.end) return undefined;
  const from = wideEdge(text, block.start, offset);
  const segment = words.segment(text.slice(from, Math.min(block.end, offset + 200))).containing(offset - from);
  return segment === undefined
    ? undefined
    : { start: from + segment.index, end: from + segment.index + segment.segment.length };
}

/** A place at most 200 units back where a segment surely begins: the block's start, or a space. */
function wideEdge(text: string, blockStart: number, offset: number): number {
  const from = Math.max(blockStart, offset - 200);
  if (from === blockStart) return from;
  const space = text.lastIndexOf(" ", offset);
  return Math.max(space, from);
}

/** The exact words of a span with up to 32 units of context on each side, never cutting a surrogate pair. */
export function quoteOf(text: string, span: Span): Quote {
  const before = soundOffset(text, Math.max(0, span.start - contextLength));
  const after = soundOffset(text, Math.min(text.length, span.end + contextLength));
  return {
    prefix: text.slice(before, span.start),
    quote: text.slice(span.start, span.end),
    suffix: text.slice(span.end, after),
  };
}

function soundOffset(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset + 1 : offset;
}
