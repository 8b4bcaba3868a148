import type { Block } from "#lib/domain/block.ts";
import { graphemeAt } from "#lib/domain/graphemes.ts";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";

/** `[start, end)` in a version's text, UTF-16 code units. */
export type Span = { readonly start: number; readonly end: number };

export type Quote = { readonly prefix: string; readonly quote: string; readonly suffix: string };

const contextLength = 32;
const paragraphLength = 1000;

/** The longest stretch that one claim is offered for, UTF-16 code units: about 1,500 words. */
export const longestClaim = 10_000;

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

/** The block that holds an offset; between two blocks, the one before. */
export function blockAt<T extends Span>(blocks: readonly T[], offset: number): T | undefined {
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
