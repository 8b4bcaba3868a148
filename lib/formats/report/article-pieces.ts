import type { Block } from "#lib/domain/block.ts";
import type { MarkedSpan } from "#lib/domain/fragments.ts";
import type { ReportClaim } from "#lib/domain/report.ts";
import type { Span } from "#lib/domain/span.ts";

/** Neighbouring list items stand in one list, neighbouring table rows in one table. */
export function groupsOf(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const group = groups.at(-1);
    const isSeries = block.type === "list-item" || block.type === "table-row";
    if (isSeries && group?.[0]?.type === block.type) group.push(block);
    else groups.push([block]);
  }
  return groups;
}

/** Where the cells of a table row stand in the text. */
export function cellsOf(text: string, block: Block): Span[] {
  let start = block.start;
  return text
    .slice(block.start, block.end)
    .split("\t")
    .map((cell) => {
      const span = { start, end: start + cell.length };
      start = span.end + 1;
      return span;
    });
}

/**
 * The spans of the claims that lie in the text, less the white space at their ends, so that each begins and ends
 * inside a block. A span's id is its claim's number.
 */
export function spansOf(text: string, claims: readonly ReportClaim[]): MarkedSpan[] {
  return claims
    .filter((claim) => claim.start >= 0 && claim.start < claim.end && claim.end <= text.length)
    .map((claim) => {
      const words = text.slice(claim.start, claim.end);
      const start = claim.start + (words.length - words.trimStart().length);
      return { id: String(claim.number), start, end: start + words.trim().length };
    })
    .filter((span) => span.start < span.end);
}
