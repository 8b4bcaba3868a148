import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { inspect } from "node:util";
import { type Cluster, startCluster } from "#tests/support/cluster.ts";
import { findChromium } from "./test-chromium.ts";
import { root, runTool } from "./test-command.ts";
import { type Counts, vitestCounts } from "./test-counts.ts";
import { runJourneys } from "./test-journeys.ts";
import { findReaders } from "./test-tools.ts";

/**
 * `npm test -- [words]` runs every test whose path holds one of the words, or all. The last line is the sum; skipped
 * tests count as failed. Everything it starts is stopped, also when it is interrupted.
 */
const words = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
const interruption = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => interruption.abort());

const chosen = (await readdir(join(root, "tests"), { recursive: true }))
  .map((path) => `tests/${path.replaceAll("\\", "/")}`)
  .filter((path) => path.endsWith(".test.ts") && (words.length === 0 || words.some((word) => path.includes(word))))
  .toSorted();
const journeys = chosen.filter((path) => path.startsWith("tests/e2e/"));
const others = chosen.filter((path) => !path.startsWith("tests/e2e/"));

const total = chosen.length === 0 ? nothingChosen() : await counted(runAll);
say(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = interruption.signal.aborted ? 130 : total.failed === 0 ? 0 : 1;

function nothingChosen(): Counts {
  say(`No test file's path holds ${words.join(" or ")}.`);
  return { passed: 0, failed: 1 };
}

async function runAll(): Promise<Counts> {
  say("starting a Postgres for the tests");
  const cluster = await startCluster();
  try {
    const chromium = await findChromium(say);
    if (others.some((path) => path.includes("/golden-"))) findReaders(say);
    const env = chromium.ok ? { STET_CHROMIUM: chromium.value } : {};
    const first = others.length === 0 ? { passed: 0, failed: 0 } : await counted(() => runVitest(cluster, env));
    if (journeys.length === 0 || interruption.signal.aborted) return first;
    const second = await counted(() =>
      runJourneys({ files: journeys, cluster, chromium, say, signal: interruption.signal }),
    );
    return { passed: first.passed + second.passed, failed: first.failed + second.failed };
  } finally {
    await cluster.stop();
  }
}

/** What breaks off is a failure like others: it is shown, and the rest is still run and summed. */
async function counted(part: () => Promise<Counts>): Promise<Counts> {
  try {
    return await part();
  } catch (error) {
    say(inspect(error));
    return { passed: 0, failed: 1 };
  }
}

async function runVitest(cluster: Cluster, env: Readonly<Record<string, string>>): Promise<Counts> {
  const report = join(root, "test-results", "vitest.json");
  await rm(report, { force: true });
  const { status } = await runTool({
    tool: "vitest",
    args: ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...others],
    env: { ...env, STET_TEST_OWNER_URL: cluster.ownerUrl, STET_TEST_APP_URL: cluster.appUrl },
    output: "show",
    signal: interruption.signal,
  });
  return vitestCounts(report, status);
}
