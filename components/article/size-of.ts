import type { Chunk, Unit } from "#lib/domain/sheet.ts";

/** Letters on a line of the column, and of the data face in code. */
const lineLength = { text: 68, code: 74 };

/**
 * How tall a chunk will be, as far as it can be told without laying it out: its lines in the column, its blocks, its
 * notes. The style sheet knows the height of a line, and how much narrower a phone is.
 */
export function sizeOf(
  chunk: Chunk,
  notesOf: (unit: Unit) => number,
): { lines: number; blocks: number; notes: number } {
  const units = chunk.groups.flatMap((group) => group.units);
  const blocks = units.flatMap((unit) => unit.blocks);
  const lines = blocks.map(({ start, end, type }) =>
    Math.max(1, Math.ceil((end - start) / (type === "code" ? lineLength.code : lineLength.text))),
  );
  return {
    lines: lines.reduce((sum, count) => sum + count, 0),
    blocks: units.length,
    notes: units.reduce((sum, unit) => sum + notesOf(unit), 0),
  };
}
