/** A run of words of two aligned texts. Old is `same` and `removed` in order, new is `same` and `added`. */
export type ComparedPiece = { readonly kind: "same" | "added" | "removed"; readonly text: string };

/** `moved-here` stands where a block stands now, `moved-away` where it stood. */
export const comparisonRowKinds = ["same", "changed", "added", "removed", "moved-here", "moved-away"] as const;
export type ComparisonRowKind = (typeof comparisonRowKinds)[number];

/** One row of two versions beside each other: indexes of blocks, null where a side has none. */
export type ComparisonRow = {
  readonly kind: ComparisonRowKind;
  readonly old: number | null;
  readonly fresh: number | null;
  /** The words, where they differ; empty where both sides say the same or a side is missing. */
  readonly pieces: readonly ComparedPiece[];
};

/** How many blocks; a moved block counts once. */
export type ComparisonCounts = Readonly<Record<"same" | "changed" | "added" | "removed" | "moved", number>>;
