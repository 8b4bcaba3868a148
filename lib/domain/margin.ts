/** A margin note: where its claim's first line is (`wish`), and how tall the note is, in pixels from the galley's top. */
export type Note = { readonly wish: number; readonly height: number };

export const noteGap = 14;

/**
 * Where margin notes stand, given in the order of their claims. No two overlap, their order is kept, and the focused
 * note takes its wish exactly. Without a focus, notes that touch are shifted together so that the sum of squared
 * displacements is least (pool adjacent violators, Ayer et al. 1955), not above `top`.
 */
export function placeNotes(
  notes: readonly Note[],
  options: { readonly focus: number | null; readonly top: number },
): number[] {
  if (options.focus === null || notes[options.focus] === undefined) return spread(notes, options.top);
  return pin(notes, options.focus);
}

function pin(notes: readonly Note[], focus: number): number[] {
  const ys = notes.map((note) => note.wish);
  for (let index = focus + 1; index < notes.length; index += 1) {
    ys[index] = Math.max(notes[index]?.wish ?? 0, bottomOf(notes, ys, index - 1) + noteGap);
  }
  for (let index = focus - 1; index >= 0; index -= 1) {
    const limit = (ys[index + 1] ?? 0) - noteGap - (notes[index]?.height ?? 0);
    ys[index] = Math.min(notes[index]?.wish ?? 0, limit);
  }
  return ys;
}

function bottomOf(notes: readonly Note[], ys: readonly number[], index: number): number {
  return (ys[index] ?? 0) + (notes[index]?.height ?? 0);
}

type Pool = { sum: number; count: number; y: number; height: number; from: number };

function spread(notes: readonly Note[], top: number): number[] {
  const pools: Pool[] = [];
  for (const [index, note] of notes.entries()) {
    let pool: Pool = { sum: note.wish, count: 1, y: Math.max(top, note.wish), height: note.height, from: index };
    for (let last = pools.at(-1); last !== undefined && last.y + last.height + noteGap > pool.y; last = pools.at(-1)) {
      pools.pop();
      const shift = last.height + noteGap;
      const sum = last.sum + pool.sum - pool.count * shift;
      const count = last.count + pool.count;
      pool = { sum, count, y: Math.max(top, sum / count), height: shift + pool.height, from: last.from };
    }
    pools.push(pool);
  }
  const ys: number[] = [];
  for (const pool of pools) {
    let y = pool.y;
    for (let index = pool.from; index < pool.from + pool.count; index += 1) {
      ys.push(y);
      y += (notes[index]?.height ?? 0) + noteGap;
    }
  }
  return ys;
}
