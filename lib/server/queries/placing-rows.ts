import "server-only";
import type { Direction } from "#lib/domain/block.ts";
import { directionOf } from "#lib/domain/direction.ts";
import type { Quote, Span } from "#lib/domain/span.ts";
import { blocksOf, paragraphOf } from "#lib/domain/span.ts";
import type { ComposedText } from "#lib/domain/text.ts";
import type { PlacingRow } from "#lib/domain/version-views.ts";
import type { PlacedBefore } from "#lib/server/repositories/placed-before.ts";
import type { UnplacedPlacement } from "#lib/server/repositories/placements.ts";

/** A claim that waits to be placed, and where it stood before. */
export type Unplaced = { readonly placement: UnplacedPlacement; readonly before: PlacedBefore };

/** Where in the present text a claim is asked about: at the words offered, where the lost ones would stand, or last. */
export function positionOf({ placement }: Unplaced): number {
  return placement.start ?? placement.near ?? placement.candidates[0]?.start ?? Number.MAX_SAFE_INTEGER;
}

type Texts = {
  /** The version that the claim stood in before; null when it came in from an annotation. */
  readonly old: ComposedText | null;
  readonly present: ComposedText;
  readonly sameChange: string | null;
};

export function placingRow({ placement, before }: Unplaced, { old, present, sameChange }: Texts): PlacingRow {
  const { claimId, kind, start, end, confidence, claim } = placement;
  return {
    claimId,
    number: claim.number,
    state: claim.state,
    rowVersion: claim.rowVersion,
    statement: claim.statement,
    kind,
    confidence,
    before: wordsBefore(before, old),
    offered: start === null || end === null ? null : { ...quoted(present, { start, end }), start, end },
    around: kind === "lost" && placement.near !== null ? textAround(present, placement.near) : null,
    candidates: placement.candidates.map((span) => ({ ...quoted(present, span), ...span })),
    sameChange,
  };
}

function wordsBefore(before: PlacedBefore, old: ComposedText | null): PlacingRow["before"] {
  if (before.from === "annotation" || old === null) {
    const { prefix, suffix } = before.from === "annotation" ? before : { prefix: "", suffix: "" };
    const { quote } = before;
    return { prefix, quote, suffix, versionNumber: null, dir: directionOf(prefix + quote + suffix) };
  }
  return { ...quoted(old, before), versionNumber: before.versionNumber };
}

function quoted({ text, blocks }: ComposedText, span: Span): Quote & { readonly dir: Direction } {
  return { ...paragraphOf(text, blocks, span), dir: blocksOf(blocks, span)[0]?.dir ?? "ltr" };
}

const longestAround = 1000;

/** The block at an offset, or the one before it, at most 1,000 units on each side; null when the text has none. */
function textAround({ text, blocks }: ComposedText, near: number): PlacingRow["around"] {
  const block = blocks.findLast((one) => one.start <= near) ?? blocks[0];
  if (block === undefined) return null;
  const cutsPair = (offset: number) => /[\uDC00-\uDFFF]/.test(text.charAt(offset));
  const from = Math.max(block.start, Math.min(near, block.end) - longestAround);
  const to = Math.min(block.end, near + longestAround);
  const start = cutsPair(from) ? from + 1 : from;
  return { text: text.slice(start, cutsPair(to) ? to - 1 : to), start, dir: block.dir };
}
