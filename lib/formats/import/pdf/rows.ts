import type { Piece } from "#lib/formats/import/pdf/pdf-page.ts";

/** Pieces of one row with no wide gap between them. */
export type Segment = { readonly pieces: readonly Piece[]; readonly x: number; readonly width: number };
export type Row = readonly Segment[];

/** Pieces that share a baseline, from the top of the page down, each row from left to right. */
export function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && piece.y - first.y < Math.min(first.size, piece.size) * 0.3) {
      row.push(piece);
    } else {
      rows.push([piece]);
    }
  }
  return rows.map((row) => row.toSorted((a, b) => a.x - b.x));
}

/** Cuts a row where a gap is wider than any between two words. */
export function segmentsOf(row: readonly Piece[]): Row {
  const segments: { pieces: Piece[]; x: number; width: number }[] = [];
  for (const piece of row) {
    const last = segments.at(-1);
    if (last !== undefined && piece.x - (last.x + last.width) < piece.size * 0.8) {
      last.pieces.push(piece);
      last.width = Math.max(last.width, piece.x + piece.width - last.x);
    } else {
      segments.push({ pieces: [piece], x: piece.x, width: piece.width });
    }
  }
  return segments;
}
