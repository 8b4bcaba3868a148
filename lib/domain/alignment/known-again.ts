import type { Alignment } from "#lib/domain/alignment/align-texts.ts";
import type { TokenRange } from "#lib/domain/alignment/image-cluster.ts";
import { movedAlone, movedWithNeighbours } from "#lib/domain/alignment/moved-passage.ts";
import { occurrences } from "#lib/domain/alignment/occurrences.ts";

type Aligned = Extract<Alignment, { kind: "aligned" }>;

/** A shorter quote needs neighbours that came along with it: its words may stand there by chance. */
const longInPlace = 12;
const fewest = 3;
/** Full stops and small words stand beside any sentence. */
const leastWeight = 0.8;

type Found = {
  readonly range: TokenRange;
  readonly moved: boolean;
  /** The older tokens beside the quote that came along, of how many that could have. */
  readonly came: readonly number[];
  readonly possible: number;
  readonly isRepeated: boolean;
};

/** Whether the words of a range stand more than once in either text. */
export function isSaidAgain({ older, newer }: Aligned, range: TokenRange): boolean {
  return occurrences(older, older, range) > 1 || occurrences(newer, older, range) > 1;
}

/**
 * Whether words that are the same are surely those of the very passage. Words that are said more than once in either text
 * are known by their neighbours alone; others also by their length, or by the paragraph or sentence that they are.
 */
export function isKnownAgain(alignment: Aligned, { range, moved, came, possible, isRepeated }: Found): boolean {
  const { older, weights } = alignment;
  if (moved) return movedWithNeighbours(alignment, range) || (!isRepeated && movedAlone(alignment, range));
  const { p, q } = range;
  if (!isRepeated) return q - p >= longInPlace || came.length >= Math.min(Math.max(fewest, 8 - (q - p)), possible / 2);
  const weight = came.reduce((sum, i) => sum + (weights[older.ids[i] ?? 0] ?? 0), 0);
  return came.length >= Math.min(fewest, possible) && weight >= Math.min(leastWeight, possible / 20);
}
