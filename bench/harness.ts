import { quantile } from "./quantile.ts";

/** `work` may be asynchronous: its promise is awaited. */
export type Contender = { readonly name: string; readonly work: () => unknown };

type Measurement = { readonly name: string; readonly median: number; readonly p95: number };

const warmUps = 5;
const fewestRuns = 30;
const leastMilliseconds = 500;

/**
 * Measures the contenders in turns, so that a slow moment of the machine meets them all, and prints a table in
 * milliseconds per run. The first contender is the baseline of the ratios. STET_BENCH_FORMAT=markdown changes the table.
 */
export async function compare(question: string, contenders: readonly [Contender, ...Contender[]]): Promise<void> {
  const times = contenders.map((): number[] => []);
  for (let run = 0; run < warmUps; run++) for (const { work } of contenders) await work();
  const began = performance.now();
  const enough = leastMilliseconds * contenders.length;
  for (let run = 0; run < fewestRuns || performance.now() - began < enough; run++) {
    for (const [index, { work }] of contenders.entries()) {
      const start = performance.now();
      await work();
      times[index]?.push(performance.now() - start);
    }
  }
  const measurements = contenders.map(({ name }, index): Measurement => {
    const own = times[index] ?? [];
    return { name, median: quantile(own, 0.5), p95: quantile(own, 0.95) };
  });
  process.stdout.write(tableOf(question, measurements));
}

function tableOf(question: string, measurements: readonly Measurement[]): string {
  const baseline = measurements[0]?.median ?? Number.NaN;
  const head = ["", "median ms", "p95 ms", "ratio"];
  const body = measurements.map(({ name, median, p95 }) => [
    name,
    median.toFixed(3),
    p95.toFixed(3),
    `${(median / baseline).toFixed(2)}×`,
  ]);
  const widths = head.map((_, column) => Math.max(3, ...[head, ...body].map((row) => row[column]?.length ?? 0)));
  const padded = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)));
  if (process.env.STET_BENCH_FORMAT !== "markdown") {
    return `${question}\n${[head, ...body].map((row) => `  ${padded(row).join("  ")}\n`).join("")}\n`;
  }
  const rule = widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return `### ${question}\n\n${[padded(head), rule, ...body.map(padded)].map((row) => `| ${row.join(" | ")} |\n`).join("")}\n`;
}
