import { readFile } from "node:fs/promises";
import { z } from "zod";

/** A skipped, unfinished or flaky test counts as failed: a check that was left out has not passed. */
export type Counts = { readonly passed: number; readonly failed: number };

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

/** Reads Vitest's JSON report. A file that could not be loaded is one failure, and so is a bad exit without any. */
export async function vitestCounts(path: string, status: number): Promise<Counts> {
  return countsOf(path, status, (json) => {
    const report = vitestReport.parse(json);
    const unloaded = report.testResults.filter(
      (file) => file.status === "failed" && file.assertionResults.length === 0,
    );
    const left = report.numPendingTests + report.numTodoTests;
    return { passed: report.numPassedTests, failed: report.numFailedTests + left + unloaded.length };
  });
}

/** Reads Playwright's JSON report, with errors outside of tests counted as failures. */
export async function playwrightCounts(path: string, status: number): Promise<Counts> {
  return countsOf(path, status, (json) => {
    const { stats, errors } = playwrightReport.parse(json);
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
  });
}

/** A missing report means that the run broke off. */
async function countsOf(path: string, status: number, read: (json: unknown) => Counts): Promise<Counts> {
  const text = await readFile(path, "utf8").catch(() => null);
  const counts = text === null ? { passed: 0, failed: 1 } : read(JSON.parse(text));
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
