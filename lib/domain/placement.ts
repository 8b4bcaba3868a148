import type { Span } from "#lib/domain/span.ts";

export const placementKinds = ["exact", "moved", "changed", "ambiguous", "lost"] as const;
export type PlacementKind = (typeof placementKinds)[number];

export const placementWords: Readonly<Record<PlacementKind, string>> = {
  exact: "Same words",
  moved: "Moved",
  changed: "Changed",
  ambiguous: "Several places fit",
  lost: "Gone",
};

/** A span of an older text in a newer one, UTF-16 code units; `confidence` is 0 to 1. */
export type PlacedSpan =
  | (Span & { readonly placement: "exact" | "moved" | "changed"; readonly confidence: number })
  | {
      readonly placement: "lost";
      readonly start: null;
      readonly end: null;
      readonly confidence: number;
      /** Where in the newer text the words would stand, by their surviving neighbours. */
      readonly near: number;
    };

/** A placement that the alignment made and nobody has answered, although the words are not the very words. */
export function needsPlacing(placement: { readonly kind: PlacementKind; readonly placedById: string | null }): boolean {
  return placement.placedById === null && placement.kind !== "exact" && placement.kind !== "moved";
}
