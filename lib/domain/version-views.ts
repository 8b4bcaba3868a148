import type { BlockType, Direction } from "#lib/domain/block.ts";
import type { ClaimState } from "#lib/domain/claim.ts";
import type { ComparedPiece, ComparisonCounts, ComparisonRowKind } from "#lib/domain/comparison.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import type { PlacementKind } from "#lib/domain/placement.ts";
import type { Quote, Span } from "#lib/domain/span.ts";

/** Times are ISO 8601 in UTC. */
export type VersionRow = {
  readonly id: string;
  readonly number: number;
  readonly createdAt: string;
  readonly createdBy: MemberView;
  /** "pasted", "edited", "file draft.md" or an address. */
  readonly importedFrom: string;
  readonly words: number;
  /** The bytes that the text was read from, as they came; null when it was written here. */
  readonly original: { readonly sha256: string } | null;
};

export type PlacementCounts = Readonly<Record<PlacementKind, number>>;

export type VersionsPage = {
  readonly articleId: string;
  readonly title: string;
  readonly language: string | null;
  readonly address: string | null;
  /** The text of the newest version, for whoever edits it. */
  readonly text: string;
  /** Newest first. */
  readonly versions: readonly VersionRow[];
  readonly toPlace: number;
  readonly may: { readonly addVersion: boolean };
};

/** A claim that a change touches. */
export type ComparedClaim = {
  readonly id: string;
  readonly number: number;
  readonly state: ClaimState;
  readonly summary: string;
  readonly placement: PlacementKind;
  readonly needsPlacing: boolean;
  /** Its verdict stands, and would not once the staged text is frozen. False between frozen versions. */
  readonly lapses: boolean;
};

/** A row of the comparison. `text` are the words where both sides say the same, or the only side there is. */
export type ComparedRow =
  | {
      readonly kind: ComparisonRowKind;
      /** Numbers of blocks from 1; null where that version has none. */
      readonly old: number | null;
      readonly fresh: number | null;
      readonly type: BlockType;
      readonly level: number | null;
      readonly dir: Direction;
      readonly text: string;
      readonly pieces: readonly ComparedPiece[];
      readonly claims: readonly ComparedClaim[];
    }
  | { readonly kind: "skipped"; readonly blocks: number };

export type ComparisonView = {
  readonly articleId: string;
  readonly title: string;
  readonly language: string | null;
  readonly from: VersionRow;
  /** Null while the newer text is only staged. */
  readonly to: VersionRow | null;
  readonly versions: readonly VersionRow[];
  readonly blocks: ComparisonCounts;
  readonly claims: PlacementCounts;
  /** Rows that differ, with one equal block around them; at most 200 a page. */
  readonly rows: readonly ComparedRow[];
  /** What `page` has to be for more; null on the last page. */
  readonly next: number | null;
};

/** A text that is staged to become the next version of an article. */
export type NewVersionView = {
  readonly importId: string;
  readonly importedFrom: string;
  readonly words: number;
  readonly leftOut: readonly string[];
  /** How many notes of the document are about words of the new text. */
  readonly notes: number;
  readonly warnings: readonly string[];
  /** The same text as the newest version: there is nothing to freeze. */
  readonly unchanged: boolean;
  /** Set when the text was begun from an older version than the newest; `by` is whoever froze the newest. */
  readonly began: { readonly number: number; readonly newest: number; readonly by: string } | null;
  /** How many claims have a verdict that freezing makes stale. */
  readonly lapsing: number;
  readonly comparison: ComparisonView;
};

/** A claim whose place somebody has to decide, old beside new. */
export type PlacingRow = {
  readonly claimId: string;
  readonly number: number;
  readonly state: ClaimState;
  readonly rowVersion: number;
  readonly statement: string;
  readonly kind: "changed" | "ambiguous" | "lost";
  readonly confidence: number;
  /**
   * The words as they were placed last, in their paragraph (at most 1,000 characters on each side). Without a version they
   * are those of the annotation that the claim came in from; none where it gave a position alone.
   */
  readonly before: Quote & { readonly versionNumber: number | null; readonly dir: Direction };
  /** The words offered in the present version, in their paragraph; null when lost or ambiguous. */
  readonly offered: (Quote & Span & { readonly dir: Direction }) | null;
  /** What stands in the present version where lost words would be; null when they are not lost, or nothing tells where. */
  readonly around: { readonly text: string; readonly start: number; readonly dir: Direction } | null;
  /** Places that fit, when ambiguous; a single one where the words are the same and what surrounds them is not. */
  readonly candidates: readonly (Quote & Span & { readonly dir: Direction })[];
  /** Equal for rows whose words changed in the same way, so that one answer may do for all; null where none is like it. */
  readonly sameChange: string | null;
};

export type PlacingPage = {
  readonly articleId: string;
  readonly title: string;
  readonly language: string | null;
  readonly version: { readonly id: string; readonly number: number };
  readonly counts: Readonly<Record<"changed" | "ambiguous" | "lost", number>>;
  /** In the order of the present text; at most 50. */
  readonly rows: readonly PlacingRow[];
  /** The id of the last row of this page, to go on after; null on the last page. */
  readonly next: string | null;
  readonly may: { readonly place: boolean; readonly withdraw: boolean };
};
