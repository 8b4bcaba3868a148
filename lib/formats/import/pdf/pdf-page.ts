/**
 * Some characters that a page sets in one go, in points from the top left of the page as it is read: `x` where they
 * begin on the left, `y` their baseline. `text` is in logical order and never only white space.
 */
export type Piece = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly mono: boolean;
  /** White space was set before it. */
  readonly spaced: boolean;
  readonly href: string | null;
  readonly rise: "super" | "sub" | null;
};

/** One page's words as they lie on it. `pictured`: it draws something but no words; `aside` are words at an angle. */
export type PdfPage = {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly aside: readonly string[];
  readonly pictured: boolean;
  readonly damaged: boolean;
};

/** Pieces on one baseline, in reading order, within one column. `size` is that of most of its characters. */
export type Line = {
  readonly page: number;
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly mono: boolean;
  readonly rtl: boolean;
};

/** A stretch of lines to be read in one go, top to bottom, between a left and a right edge. */
export type Region = { readonly lines: readonly Line[]; readonly left: number; readonly right: number };

/** The value that most of the weight lies on; numbers within the same tenth count as one. */
export function weightiest(values: Iterable<readonly [value: number, weight: number]>): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) {
    const key = Math.round(value * 10) / 10;
    weights.set(key, (weights.get(key) ?? 0) + weight);
  }
  let best = 0;
  let most = -1;
  for (const [value, weight] of weights) {
    if (weight > most) {
      best = value;
      most = weight;
    }
  }
  return best;
}

export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
