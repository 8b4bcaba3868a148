import "server-only";
import type { Alignment } from "#lib/domain/alignment/align-texts.ts";
import { placeSpan } from "#lib/domain/alignment/place-span.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import type { PlacementKind } from "#lib/domain/placement.ts";
import type { Span } from "#lib/domain/span.ts";
import { alignedWith } from "#lib/server/repositories/carried-claims.ts";
import type { ComparedPlacement } from "#lib/server/repositories/placed-before.ts";

/** What became of a claim's words from the older of two texts to the newer, and where that is shown. */
export type ClaimBetween = {
  readonly placed: ComparedPlacement;
  readonly kind: PlacementKind;
  readonly side: "old" | "fresh";
  readonly span: Span | null;
};

type Texts = { readonly alignment: Alignment; readonly older: string; readonly newer: string };

/**
 * What is true of each claim for these two texts alone, whatever the versions between them did: a stored placement
 * speaks of the version that the claim was carried from. A claim that has words in neither text is left out.
 */
export function placesBetween(texts: Texts, placements: readonly ComparedPlacement[]): ClaimBetween[] {
  const isNew = (placed: ComparedPlacement) => olderSpan(placed) === null && newerSpan(placed) !== null;
  const back = placements.some(isNew) ? alignedWith(texts.newer, texts.older) : null;
  return placements.flatMap((placed): ClaimBetween[] => {
    const [before, after] = [olderSpan(placed), newerSpan(placed)];
    if (before === null) return after === null ? withoutWords(texts, placed) : [newlyPlaced(placed, after, back)];
    if (after !== null) return [{ placed, kind: kindBetween(texts, before, after), side: "fresh", span: after }];
    if (placed.kind === "ambiguous") return [{ placed, kind: "ambiguous", side: "old", span: before }];
    const found = placeSpan(texts.alignment, before);
    return found.placement === "exact" || found.placement === "moved"
      ? [{ placed, kind: found.placement, side: "fresh", span: { start: found.start, end: found.end } }]
      : [{ placed, kind: "lost", side: "old", span: before }];
  });
}

/** Several places fit in the newer text, and the older one has none of its own. */
function withoutWords({ alignment }: Texts, placed: ComparedPlacement): ClaimBetween[] {
  const isOpen = placed.kind === "ambiguous" && alignment.kind !== "same";
  return isOpen ? [{ placed, kind: "ambiguous", side: "old", span: null }] : [];
}

/** The claim has no place in the older text, which may say its words all the same. */
function newlyPlaced(placed: ComparedPlacement, span: Span, back: Alignment | null): ClaimBetween {
  const found = back === null ? null : placeSpan(back, span).placement;
  return { placed, kind: found === "exact" || found === "moved" ? found : "changed", side: "fresh", span };
}

function kindBetween({ alignment, older, newer }: Texts, before: Span, after: Span): PlacementKind {
  const [old, fresh] = [older.slice(before.start, before.end), newer.slice(after.start, after.end)];
  if (old !== fresh && typographicFold(old) !== typographicFold(fresh)) return "changed";
  const found = placeSpan(alignment, before);
  if (found.placement === "lost" || found.placement === "moved") return "moved";
  return found.start < after.end && found.end > after.start ? "exact" : "moved";
}

function olderSpan({ olderStart: start, olderEnd: end }: ComparedPlacement): Span | null {
  return start === null || end === null ? null : { start, end };
}

function newerSpan({ start, end }: ComparedPlacement): Span | null {
  return start === null || end === null ? null : { start, end };
}
