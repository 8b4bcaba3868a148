/** One figure against its target; `met` is null where there is none. */
export type Line = {
  readonly measure: string;
  readonly figure: string;
  readonly target: string;
  readonly met: boolean | null;
};

/** The lines as a table. STET_BENCH_FORMAT=markdown changes its look. */
export function tableOf(title: string, lines: readonly Line[]): string {
  const head = ["", "figure", "target", ""];
  const rows = lines.map(({ measure, figure, target, met }) => [
    measure,
    figure,
    target,
    met === null ? "" : met ? "met" : "MISSED",
  ]);
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const padded = (row: readonly string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
  if (process.env.STET_BENCH_FORMAT !== "markdown") {
    return `${title}\n${[head, ...rows].map((row) => `  ${padded(row).join("  ").trimEnd()}\n`).join("")}\n`;
  }
  const rule = widths.map((width) => "-".repeat(width));
  return `### ${title}\n\n${[padded(head), rule, ...rows.map(padded)].map((row) => `| ${row.join(" | ")} |\n`).join("")}\n`;
}
