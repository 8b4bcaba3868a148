import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Result } from "#lib/domain/result.ts";
import { type Running, readRunning } from "#lib/server/state-folder.ts";
import { type Cluster, inDatabase, runSql } from "#tests/support/cluster.ts";
import { freeAddresses } from "./free-addresses.ts";
import { root, runTool } from "./test-command.ts";
import { type Counts, playwrightCounts } from "./test-counts.ts";

type Journeys = {
  /** Paths from the project's folder. */
  readonly files: readonly string[];
  readonly cluster: Cluster;
  readonly chromium: Result<string, string>;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
};

const slowestStart = 300_000;
/** As many as the journeys' configuration names, or more. */
const mostWorkers = 4;

/** Runs the journeys in a real Chromium against `npm start` on an empty database, a free port and its own state. */
export async function runJourneys({ files, cluster, chromium, say, signal }: Journeys): Promise<Counts> {
  if (!chromium.ok) {
    say(chromium.error);
    return { passed: 0, failed: files.length };
  }
  say("building, if the sources have changed, and starting the production server");
  const sites = (await freeAddresses(mostWorkers)).join(",");
  const server = await startServer(cluster, sites);
  try {
    const report = join(root, "test-results", "playwright.json");
    await rm(report, { force: true });
    const { status } = await runTool({
      tool: "playwright",
      args: ["test", "--config", "tests/e2e/playwright.config.ts", "--reporter=list,json", ...files.map(asPattern)],
      env: {
        NO_COLOR: undefined, // Playwright knows a terminal when it sees one, and complains of being told
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} -C react-server`,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        STET_CHROMIUM: chromium.value,
        STET_E2E_URL: server.running.url,
        STET_E2E_OWNER_URL: server.running.ownerUrl,
        STET_E2E_APP_URL: server.running.appUrl,
        STET_E2E_SITES: sites, // one for each worker: where a journey may open a web server of its own
        STET_E2E_GREETING: server.log(), // holds the one-time links of the first start
        STET_STATE: server.state,
      },
      output: "show",
      signal,
    });
    const counts = await playwrightCounts(report, status);
    if (counts.failed > 0) say(`What the server wrote:\n${server.log()}`);
    return counts;
  } finally {
    await server.stop();
  }
}

async function startServer(cluster: Cluster, sites: string) {
  const state = await mkdtemp(join(tmpdir(), "stet-journeys-"));
  await chmod(state, 0o711);
  await runSql(cluster.ownerUrl, "CREATE DATABASE stet_journeys");
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    DATABASE_URL: inDatabase(cluster.ownerUrl, "stet_journeys"),
    DATABASE_OWNER_URL: "",
    HOST: "",
    PORT: "0",
    STET_FETCH_ALLOW: sites,
    STET_DIST: ".next-test", // a desk of this folder may be serving .next
    STET_STATE: state,
    STET_URL: "",
  };
  const script = join(root, "scripts", "test-server.ts");
  const child = spawn(process.execPath, ["-C", "react-server", script], {
    cwd: root,
    env,
    stdio: ["pipe", "pipe", "pipe"],
  });
  let written = "";
  const keep = (chunk: Buffer) => {
    written = (written + chunk.toString()).slice(-100_000);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const exited = once(child, "exit");
  const stop = async () => {
    child.stdin.end();
    await exited;
    await rm(state, { recursive: true, force: true });
  };
  let running: Running | undefined;
  for (const began = performance.now(); performance.now() - began < slowestStart; await sleep(100)) {
    // One more round after it announces itself, for the greeting to come through.
    if (running !== undefined) return { running, state, stop, log: () => written };
    running = readRunning(state);
    if (child.exitCode !== null) break;
  }
  await stop();
  throw new Error(`The production server did not start:\n${written}`);
}

/** Playwright takes patterns, and reads them against whole paths. */
function asPattern(path: string): string {
  return `${path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`;
}
