import type { Line, Region } from "#lib/formats/import/pdf/pdf-page.ts";
import { medianOf, weightiest } from "#lib/formats/import/pdf/pdf-page.ts";

/** What most of a document's lines are like. `leading` is from baseline to baseline. */
export type BodyFacts = {
  readonly size: number;
  /** The largest size that running text is set in. */
  readonly largest: number;
  readonly leading: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly mono: boolean;
  /** Paragraphs begin with an indent, not after a gap. */
  readonly indents: boolean;
};

export function bodyFacts(regions: readonly Region[]): BodyFacts {
  const lines = regions.flatMap((region) => region.lines);
  const size = weightiest(lines.map((line) => [line.size, line.text.length]));
  const isBody = (line: Line) => Math.abs(line.size - size) < size * 0.06;
  const pairs = regions.flatMap((region) =>
    region.lines.flatMap((line, index) => {
      const before = region.lines[index - 1];
      return before !== undefined && isBody(line) && isBody(before) ? [{ before, line, left: region.left }] : [];
    }),
  );
  const gaps = pairs.map(({ before, line }) => line.y - before.y).filter((gap) => gap > size * 0.8 && gap < size * 3);
  const leading = gaps.length === 0 ? size * 1.25 : medianOf(gaps);
  const indented = pairs.filter(({ before, line, left }) => {
    const isClose = line.y - before.y < leading * 1.15;
    return isClose && before.x - left < size * 0.5 && line.x - left > size * 0.7 && line.x - left < size * 4;
  });
  const parted = pairs.filter(({ before, line }) => line.y - before.y > leading * 1.18);
  const share = (has: (line: Line) => boolean) => {
    const all = lines.reduce((total, line) => total + line.text.length, 0);
    return lines.filter(has).reduce((total, line) => total + line.text.length, 0) > all * 0.6;
  };
  return {
    size,
    largest: largestOf(lines, size),
    leading,
    bold: share((line) => line.bold),
    italic: share((line) => line.pieces.every((piece) => piece.italic)),
    mono: share((line) => line.mono),
    indents: indented.length >= 2 && indented.length > parted.length,
  };
}

/** Sizes that a good part of the words are set in, over many lines, are no headings. */
function largestOf(lines: readonly Line[], body: number): number {
  const all = lines.reduce((total, { text }) => total + text.length, 0);
  const bySize = Map.groupBy(lines, ({ size }) => Math.round(size * 4) / 4);
  const sizes = [...bySize].filter(([, alike]) => {
    const letters = alike.reduce((total, { text }) => total + text.length, 0);
    return alike.length > 8 && letters > all * 0.15;
  });
  return Math.max(body, ...sizes.map(([size]) => size));
}
