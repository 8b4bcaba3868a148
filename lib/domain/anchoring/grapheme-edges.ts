import { graphemeAt } from "#lib/domain/graphemes.ts";
import type { Span } from "#lib/domain/span.ts";

/** How far around an offset is looked, so that a text of nothing but joined signs costs no more than another. */
const reach = 512;

/** Whether a span begins and ends between two graphemes of the text (UTF-16 code units). */
export function isWhole(text: string, { start, end }: Span): boolean {
  return isEdge(text, start) && isEdge(text, end);
}

function isEdge(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return offset === 0 || offset === text.length;
  const around = { start: Math.max(0, offset - reach), end: Math.min(text.length, offset + reach) };
  return graphemeAt(text, around, offset).start === offset;
}
