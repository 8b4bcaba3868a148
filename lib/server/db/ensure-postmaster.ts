import "server-only";
import { readFileSync, realpathSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import type { Launch } from "#lib/server/db/postmaster.ts";
import { findPostmaster, launchPostmaster, waitForEnd } from "#lib/server/db/postmaster.ts";
import { StartupProblem } from "#lib/server/startup-problem.ts";
import { writePrivate } from "#lib/server/state-folder.ts";

/**
 * Answers the port of the Postgres that runs on the folder, which is launched when none does. The port is remembered
 * and changed only when something else has taken it, unless `fixedPort` says that it must stay.
 */
export async function ensurePostmaster(
  options: Omit<Launch, "port"> & {
    address: (port: number, database: string) => string;
    log: (line: string) => void;
    fixedPort?: number;
  },
): Promise<number> {
  const { cluster, log, fixedPort } = options;
  const running = await settledPostmaster(cluster, log);
  if (running !== undefined) {
    await verify(options.address(running, "postgres"), cluster);
    return running;
  }

  const portFile = join(dirname(cluster), "port");
  const deadline = Date.now() + 15_000;
  for (;;) {
    const port = fixedPort ?? (await choosePort(portFile));
    const outcome = await launchPostmaster({ ...options, port });
    if ("pid" in outcome) {
      writePrivate(portFile, String(port));
      return port;
    }
    // Another program may take the port between the choice and the launch; the sessions of a killed server take a
    // moment to end and keep its memory until then.
    const transient = outcome.reason === "shared-memory" || (outcome.reason === "port" && fixedPort === undefined);
    if (!transient || Date.now() > deadline) {
      throw new StartupProblem(`Postgres did not start:\n${outcome.log}`);
    }
    await sleep(100);
  }
}

/** The port of a server that takes connections; waits for one that is starting or stopping. */
async function settledPostmaster(cluster: string, log: (line: string) => void): Promise<number | undefined> {
  for (let told = false; ; ) {
    const found = findPostmaster(cluster);
    if (found === undefined) return undefined;
    if (found.status === "ready") return found.port;
    if (!told) log(`Waiting for Postgres (process ${found.pid}), which is ${found.status}.`);
    told = true;
    if (found.status === "stopping" && !(await waitForEnd(found.pid, 60_000))) {
      throw new StartupProblem(`Postgres (process ${found.pid}) has been shutting down for over a minute.`);
    }
    await sleep(50);
  }
}

async function verify(address: string, cluster: string): Promise<void> {
  const client = new Client({ connectionString: address, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const shown = await client.query<{ data_directory: string }>("SHOW data_directory");
    const actual = shown.rows[0]?.data_directory;
    if (actual !== undefined && realpathSync(actual) === realpathSync(cluster)) return;
    throw new StartupProblem(`The Postgres at that port serves ${actual}, not ${cluster}.`);
  } catch (error) {
    if (error instanceof StartupProblem) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartupProblem(`A Postgres runs on ${cluster} but does not let Stet in: ${reason}`);
  } finally {
    await client.end();
  }
}

async function choosePort(portFile: string): Promise<number> {
  const remembered = readRemembered(portFile);
  if (remembered !== undefined && (await tryPort(remembered)) !== undefined) return remembered;
  const free = await tryPort(0);
  if (free === undefined) throw new StartupProblem("No free port for Postgres was found on 127.0.0.1.");
  return free;
}

function readRemembered(portFile: string): number | undefined {
  try {
    const port = Number(readFileSync(portFile, "utf8"));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
  } catch {
    return undefined; // the first start, or a file that cannot be read: any port will do
  }
}

function tryPort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen(wanted, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : undefined;
      probe.close(() => resolve(port));
    });
  });
}
