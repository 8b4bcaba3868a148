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

/** A note that can be shortened: its heights from the longest form to a single line, and whether it asks for something. */
export type Shortenable = { readonly wish: number; readonly heights: readonly number[]; readonly asks: boolean };

/** How far a note may be pushed before its neighbours are shortened. */
export const pushLimit = 64;

/**
 * Places notes as `placeNotes` does, and says how often each is shortened (an index of its `heights`). Where a note
 * would be pushed further than `pushLimit`, those that push it are shortened: first those that ask for nothing, a step
 * at a time, farthest from the focus (or latest in the text) first. The focused note keeps its whole height.
 */
export function fitNotes(
  notes: readonly Shortenable[],
  options: { readonly focus: number | null; readonly top: number },
): { ys: number[]; cuts: number[] } {
  const cuts = notes.map(() => 0);
  for (;;) {
    const sized = notes.map(({ wish, heights }, index) => ({ wish, height: heights[cuts[index] ?? 0] ?? 0 }));
    const ys = placeNotes(sized, options);
    const steps = crowdsOf(sized, ys).flatMap((crowd) => stepsFor(notes, { crowd, cuts, ys, focus: options.focus }));
    if (steps.length === 0) return { ys, cuts };
    for (const { index, cut } of steps) cuts[index] = cut;
  }
}

type Crowd = { readonly from: number; readonly to: number };

/** Runs of notes that touch. */
function crowdsOf(notes: readonly Note[], ys: readonly number[]): Crowd[] {
  const crowds: Crowd[] = [];
  let from = 0;
  for (let index = 1; index <= notes.length; index += 1) {
    const touches = index < notes.length && (ys[index] ?? 0) - bottomOf(notes, ys, index - 1) < noteGap + 0.5;
    if (touches) continue;
    if (index - from > 1) crowds.push({ from, to: index - 1 });
    from = index;
  }
  return crowds;
}

type Pushed = { crowd: Crowd; cuts: readonly number[]; ys: readonly number[]; focus: number | null };

/** What to shorten in a crowd, as much as its most displaced note is pushed too far; nothing where that cannot help. */
function stepsFor(notes: readonly Shortenable[], { crowd, cuts, ys, focus }: Pushed) {
  const push = (index: number) => Math.abs((ys[index] ?? 0) - (notes[index]?.wish ?? 0));
  let worst = crowd.from;
  for (let index = crowd.from; index <= crowd.to; index += 1) if (push(index) > push(worst)) worst = index;
  const excess = push(worst) - pushLimit;
  if (excess <= 0) return [];
  const { from, to } = pushing(crowd, { worst, focus });
  const steps: { index: number; cut: number; saved: number; asks: boolean; far: number }[] = [];
  for (let index = from; index <= to; index += 1) {
    const { heights = [], asks = false } = notes[index] ?? {};
    if (index === focus) continue;
    for (let cut = (cuts[index] ?? 0) + 1; cut < heights.length; cut += 1) {
      const saved = (heights[cut - 1] ?? 0) - (heights[cut] ?? 0);
      steps.push({ index, cut, saved, asks, far: Math.abs(index - (focus ?? crowd.from)) });
    }
  }
  steps.sort((a, b) => Number(a.asks) - Number(b.asks) || a.cut - b.cut || b.far - a.far);
  let saved = 0;
  const enough = steps.findIndex((step) => {
    saved += step.saved;
    return saved >= excess;
  });
  return enough === -1 ? steps : steps.slice(0, enough + 1);
}

/** Which notes of a crowd push one of them: those between it and what stands fast; without a focus, all of them. */
function pushing({ from, to }: Crowd, { worst, focus }: { worst: number; focus: number | null }): Crowd {
  if (focus === null) return { from, to };
  return worst > focus ? { from, to: worst - 1 } : { from: worst, to };
}
