import type { Column } from "#lib/formats/import/pdf/columns.ts";
import type { Line, Piece, Region } from "#lib/formats/import/pdf/pdf-page.ts";
import { weightiest } from "#lib/formats/import/pdf/pdf-page.ts";
import { rowsOf } from "#lib/formats/import/pdf/rows.ts";

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;

/** Every piece of a row is compared with every one of the next; no line of text has more. */
const mostInRow = 500;

/** Whether more of the letters are of a script that runs from right to left. */
export function isRightToLeft(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters > 0 && (text.match(rightToLeft)?.length ?? 0) * 2 > letters;
}

/** The lines of a column, from the top down; small raised or lowered words join the line they belong to. */
export function regionOf(column: Column, page: number): Region {
  const rows = withRaised(rowsOf(column.pieces));
  return { lines: rows.map((row) => lineOf(row, page)), left: column.left, right: column.right };
}

/** One line of pieces that share a baseline, in reading order. */
export function lineOf(row: readonly Piece[], page: number): Line {
  const rtl = isRightToLeft(row.map(({ text }) => text).join(" "));
  const pieces = rtl ? fromTheRight(row) : row.toSorted((a, b) => a.x - b.x);
  const level = pieces.filter(({ rise }) => rise === null);
  const counted = level.length === 0 ? pieces : level;
  const letters = (of: readonly Piece[]) => of.reduce((total, { text }) => total + text.length, 0);
  return {
    page,
    pieces,
    text: joined(pieces, rtl),
    x: pieces.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY),
    right: pieces.reduce((most, { x, width }) => Math.max(most, x + width), Number.NEGATIVE_INFINITY),
    y: counted[0]?.y ?? 0,
    size: weightiest(counted.map(({ size, text }) => [size, text.length])),
    bold: letters(counted.filter(({ bold }) => bold)) > letters(counted) * 0.9,
    mono: letters(counted.filter(({ mono }) => mono)) > letters(counted) * 0.9,
    rtl,
  };
}

/** What parts two neighbours of a line: nothing, a space, or a tab where the gap is as wide as between two cells. */
export function gapBetween(before: Piece, after: Piece, rtl: boolean): "" | " " | "\t" {
  const gap = rtl && before.x > after.x ? before.x - (after.x + after.width) : after.x - (before.x + before.width);
  const size = Math.max(before.size, after.size);
  if (gap > size * 1.8) return "\t";
  if (/\s$/.test(before.text) || /^\s/.test(after.text)) return "";
  if (after.rise !== null && gap < size * 0.35) return "";
  // From right to left, the white space that was set before a piece, on its left, is read after it.
  const isSpaced = rtl ? before.spaced : after.spaced;
  return gap > size * 0.22 || (isSpaced && gap > size * 0.08) ? " " : "";
}

function joined(pieces: readonly Piece[], rtl: boolean): string {
  let text = "";
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    text += (before === undefined ? "" : gapBetween(before, piece, rtl)) + piece.text;
  }
  return text.trim();
}

/** From right to left, but numbers and Latin words between them, each in several pieces, from left to right. */
function fromTheRight(row: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  let foreign: Piece[] = [];
  for (const piece of row.toSorted((a, b) => b.x - a.x)) {
    if (/[A-Za-z\d]/.test(piece.text) && !isRightToLeft(piece.text)) {
      foreign.unshift(piece);
      continue;
    }
    result.push(...foreign, piece);
    foreign = [];
  }
  return [...result, ...foreign];
}

function withRaised(rows: readonly (readonly Piece[])[]): (readonly Piece[])[] {
  const grown = rows.map((row) => ({ row: [...row] }));
  for (const [index, { row }] of grown.entries()) {
    if (row.length > mostInRow) continue;
    for (const piece of [...row]) {
      for (const near of [grown[index + 1], grown[index - 1], grown[index]]) {
        const moved = near === undefined || near.row.length > mostInRow ? null : raised(piece, near.row);
        if (near === undefined || moved === null) continue;
        row.splice(row.indexOf(piece), 1);
        near.row.push(moved);
        break;
      }
    }
  }
  return grown.filter(({ row }) => row.length > 0).map(({ row }) => row);
}

/** The piece as a superscript or subscript of a row, where it is small, beside a word of it, and off its baseline. */
function raised(piece: Piece, row: readonly Piece[]): Piece | null {
  if (piece.rise !== null) return null;
  const host = row.find(({ x, y, width, size, rise }) => {
    const isBeside = piece.x < x + width + size * 0.6 && piece.x + piece.width > x - size * 0.6;
    return (
      rise === null && piece.size < size * 0.82 && isBeside && piece.y > y - size * 0.7 && piece.y < y + size * 0.35
    );
  });
  if (host === undefined) return null;
  const off = (host.y - piece.y) / host.size;
  if (off > 0.15) return { ...piece, rise: "super" };
  return off < -0.08 ? { ...piece, rise: "sub" } : null;
}
