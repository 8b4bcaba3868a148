import { firstIndex } from "#lib/domain/first-index.ts";
import type { Report } from "#lib/domain/report.ts";
import type { PlacedClaim } from "#lib/formats/docx/docx-inline.ts";
import { type ClaimStyle, styleKey } from "#lib/formats/docx/docx-styles.ts";
import { spansOf } from "#lib/formats/report/article-pieces.ts";
import type { ClaimEntry } from "#lib/formats/report/report-words.ts";

export type CommentedClaim = ClaimEntry & { readonly comment: number };

type Placing = {
  readonly placed: readonly PlacedClaim[];
  readonly unplaced: readonly CommentedClaim[];
  /** All of them by the number of their comment, from 0: first in the order of the text, then those without a place. */
  readonly inOrder: readonly CommentedClaim[];
};

/** Where the claims stand in the text, less white space at their ends, and in what style. */
export function placedClaims(
  { text, blocks }: Pick<Report["article"], "text" | "blocks">,
  entries: readonly ClaimEntry[],
  styles: ReadonlyMap<string, ClaimStyle>,
): Placing {
  const spots = entries.map((entry) => {
    const span = spansOf(text, [entry.claim])[0];
    const isWithin = (at: number) => (blocks[firstIndex(blocks, ({ end }) => end > at)]?.start ?? at + 1) <= at;
    return { entry, span: span !== undefined && isWithin(span.start) && isWithin(span.end - 1) ? span : null };
  });
  const inText = spots
    .flatMap(({ entry, span }) => (span === null ? [] : [{ entry, span }]))
    .sort(
      (a, b) => a.span.start - b.span.start || b.span.end - a.span.end || a.entry.claim.number - b.entry.claim.number,
    )
    .map(({ entry, span }, comment) => ({ ...entry, comment, span: wholeCharacters(text, span) }));
  const unplaced = spots
    .flatMap(({ entry, span }) => (span === null ? [entry] : []))
    .map((entry, index) => ({ ...entry, comment: inText.length + index }));
  return {
    placed: inText.map(({ span, comment, standing }) => {
      return { start: span.start, end: span.end, comment, style: styles.get(styleKey(standing))?.id ?? "" };
    }),
    unplaced,
    inOrder: [...inText, ...unplaced],
  };
}

/** An end between the two halves of a character is moved around it: neither half may stand in a run of its own. */
function wholeCharacters(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  return { start: isPair(text, start) ? start - 1 : start, end: isPair(text, end) ? end + 1 : end };
}

function isPair(text: string, at: number): boolean {
  const [high, low] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
}
