import type { Piece } from "#lib/formats/import/pdf/pdf-page.ts";
import { medianOf, weightiest } from "#lib/formats/import/pdf/pdf-page.ts";
import type { Row, Segment } from "#lib/formats/import/pdf/rows.ts";
import { rowsOf, segmentsOf } from "#lib/formats/import/pdf/rows.ts";

/** Pieces to be read together, and the edges of the column they stand in. */
export type Column = { readonly pieces: readonly Piece[]; readonly left: number; readonly right: number };

type Edges = { readonly left: number; readonly right: number };
type Band = { readonly isSplit: boolean; readonly rows: readonly Row[] };

/** In sizes of the type: what is narrower is no column of text but a cell, a number or a mark. */
const narrowestColumn = 7;
const fewestLines = 3;
const deepest = 4;

/**
 * Cuts a page into columns in reading order. A gutter is a strip that many lines end before and begin after; lines that
 * cross it part the page into bands, each read column by column. Tables are not cut: their cells do not fill a column.
 */
export function columnsOf(pieces: readonly Piece[], isRightToLeft: boolean): Column[] {
  if (pieces.length === 0) return [];
  const size = weightiest(pieces.map((piece) => [piece.size, piece.text.length]));
  return cut(pieces, edgesOf(pieces), size, isRightToLeft, 0);
}

function edgesOf(pieces: readonly { readonly x: number; readonly width: number }[]): Edges {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const { x, width } of pieces) {
    left = Math.min(left, x);
    right = Math.max(right, x + width);
  }
  return { left, right };
}

function cut(pieces: readonly Piece[], edges: Edges, size: number, rtl: boolean, depth: number): Column[] {
  const whole = { pieces, ...edges };
  if (depth >= deepest || pieces.length < fewestLines * 2) return [whole];
  const rows = rowsOf(pieces).map(segmentsOf);
  const gutter = gutterOf(rows, edges, size);
  if (gutter === null) return withoutMargin(rows, whole, size);
  const bands = bandsOf(rows, gutter, edges, size);
  if (!bands.some((band) => band.isSplit)) return withoutMargin(rows, whole, size);
  return bands.flatMap((band) => {
    const segments = band.rows.flat();
    if (!band.isSplit) return [{ pieces: segments.flatMap((segment) => segment.pieces), ...edges }];
    const sides = [
      segments.filter((segment) => segment.x + segment.width <= gutter),
      segments.filter((segment) => segment.x + segment.width > gutter),
    ].map((side) => side.flatMap((segment) => segment.pieces));
    if (rtl) sides.reverse();
    return sides.flatMap((side) => cut(side, edgesOf(side), size, rtl, depth + 1));
  });
}

/** What stands beside a column of running text, in the margin on its right, is read after it. */
function withoutMargin(rows: readonly Row[], whole: Column, size: number): Column[] {
  const segments = rows.flat();
  const long = segments.filter(({ width }) => width > (whole.right - whole.left) * 0.5);
  if (long.length < 5 || long.length < rows.length * 0.4) return [whole];
  const { left, right } = edgesOf(long);
  const beside = segments.filter(({ x }) => x > right + size * 0.4);
  if (beside.length === 0) return [whole];
  const gone = new Set(beside);
  const rest = segments.filter((segment) => !gone.has(segment));
  const aside = beside.flatMap(({ pieces }) => pieces);
  return [
    { pieces: rest.flatMap(({ pieces }) => pieces), left: Math.min(left, whole.left), right },
    { pieces: aside, ...edgesOf(aside) },
  ];
}

/** The middle of the strip that has the most lines wholly on its left and wholly on its right, or null. */
function gutterOf(rows: readonly Row[], { left, right }: Edges, size: number): number | null {
  const first = Math.ceil(left + narrowestColumn * size);
  const last = Math.floor(right - narrowestColumn * size);
  if (last <= first || last - first > 20_000) return null;
  const bins = last - first + 1;
  const crossed = new Float64Array(bins + 1);
  const before = new Float64Array(bins + 1);
  const after = new Float64Array(bins + 1);
  const bin = (x: number) => Math.max(0, Math.min(bins, Math.round(x) - first));
  for (const row of rows) {
    for (const segment of row) {
      const [from, to] = [bin(segment.x), bin(segment.x + segment.width)];
      add(crossed, from, 1);
      add(crossed, to, -1);
      add(before, to, 1);
      add(after, 0, 1);
      add(after, from, -1);
    }
  }
  let best = 0;
  let sum: readonly [number, number, number] = [0, 0, 0];
  let places: number[] = [];
  for (let at = 0; at < bins; at++) {
    sum = [sum[0] + (crossed[at] ?? 0), sum[1] + (before[at] ?? 0), sum[2] + (after[at] ?? 0)];
    const score = Math.min(sum[1], sum[2]) - sum[0] * 2;
    if (score > best) places = [];
    if (score >= best && score >= fewestLines) places.push(first + at);
    best = Math.max(best, score);
  }
  return places.length === 0 ? null : medianOf(places);
}

function add(counts: Float64Array, at: number, value: number): void {
  counts[at] = (counts[at] ?? 0) + value;
}

function bandsOf(rows: readonly Row[], gutter: number, edges: Edges, size: number): Band[] {
  const raw: { isSplit: boolean; rows: Row[] }[] = [];
  for (const row of rows) {
    const isSplit = !row.some(({ x, width }) => x < gutter && x + width > gutter);
    const last = raw.at(-1);
    if (last?.isSplit === isSplit) last.rows.push(row);
    else raw.push({ isSplit, rows: [row] });
  }
  const bands: { isSplit: boolean; rows: Row[] }[] = [];
  for (const { isSplit, rows: some } of raw) {
    const holds = isSplit && isText(some.flat(), gutter, edges, size);
    const last = bands.at(-1);
    if (last !== undefined && !holds && !last.isSplit) last.rows.push(...some);
    else bands.push({ isSplit: holds, rows: some });
  }
  return bands;
}

/** Whether both sides of the gutter hold lines of running text, which fill most of their column. */
function isText(segments: readonly Segment[], gutter: number, { left, right }: Edges, size: number): boolean {
  const sides = [
    { of: segments.filter(({ x, width }) => x + width <= gutter), room: gutter - left },
    { of: segments.filter(({ x, width }) => x + width > gutter), room: right - gutter },
  ];
  return sides.every(({ of: side, room }) => {
    const widths = side.map(({ width }) => width);
    return side.length >= fewestLines && room >= narrowestColumn * size && medianOf(widths) >= room * 0.4;
  });
}
