/** The median milliseconds of each piece of work, done in turns so that a slow moment of the machine meets them all. */
export function medianTimes(work: readonly (() => unknown)[], runs: number): number[] {
  const times = work.map((): number[] => []);
  for (let run = -2; run < runs; run++) {
    for (const [number, piece] of work.entries()) {
      const taken = timeOf(piece);
      if (run >= 0) times[number]?.push(taken);
    }
  }
  return times.map(medianOf);
}

export function timeOf(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

export function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}
