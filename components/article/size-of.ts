import type { Chunk, Unit } from "#lib/domain/sheet.ts";

/** Letters on a line of the column, and of the data face in code. */
const lineLength = { text: 68, code: 74 };

export type Size = { readonly lines: number; readonly blocks: number; readonly notes: number };

/**
 * How tall a chunk will be, as far as it can be told without laying it out: its lines in the column, its blocks, its
 * notes. The style sheet knows the height of a line, and how much narrower a phone is.
 */
export function sizeOf(chunk: Chunk, notesOf: (unit: Unit) => number): Size {
  const units = chunk.groups.flatMap((group) => group.units);
  const lines = units
    .flatMap((unit) => unit.blocks)
    .map(({ start, end, type }) =>
      Math.max(1, Math.ceil((end - start) / (type === "code" ? lineLength.code : lineLength.text))),
    );
  return { lines: sum(lines), blocks: units.length, notes: sum(units.map(notesOf)) };
}

export function sumOf(sizes: readonly Size[]): Size {
  return {
    lines: sum(sizes.map(({ lines }) => lines)),
    blocks: sum(sizes.map(({ blocks }) => blocks)),
    notes: sum(sizes.map(({ notes }) => notes)),
  };
}

/** A size as the style sheet reads it. */
export function sizeAttributes(size: Size | undefined) {
  return { "data-lines": size?.lines, "data-blocks": size?.blocks, "data-notes": size?.notes };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
