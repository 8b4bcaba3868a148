import "server-only";
import { realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { findBinaries } from "#lib/server/db/embedded-binaries.ts";
import { ensureCluster, ownerName } from "#lib/server/db/embedded-cluster.ts";
import type { RunAs } from "#lib/server/db/embedded-user.ts";
import { canEnter, postgresUser } from "#lib/server/db/embedded-user.ts";
import { ensurePostmaster } from "#lib/server/db/ensure-postmaster.ts";
import { findPostmaster, stopPostmaster } from "#lib/server/db/postmaster.ts";
import { lockFile } from "#lib/server/pid-lock.js";
import { StartupProblem } from "#lib/server/startup-problem.ts";
import { makeFolder } from "#lib/server/state-folder.ts";

export type EmbeddedDatabase = {
  /** Address of the database `stet` for the role that owns it, with its password. */
  ownerUrl: string;
  port: number;
  /** True when this call made the database `stet`. */
  freshlyCreated: boolean;
  /** Lets go of the server, and stops it unless another process uses it. */
  stop(): Promise<void>;
};

const databaseName = "stet";
/** Every user of the server keeps one such session open. The system closes it when a process is killed, so it never lies. */
const holderName = "stet holder";

/**
 * Runs the embedded Postgres on `dataDir`, or joins the one that already does, and starts it again should it die while
 * in use. Throws `StartupProblem`. With `durable: false` nothing is forced to disk: for tests only.
 */
export async function startEmbedded(options: {
  dataDir: string;
  durable: boolean;
  log?: (line: string) => void;
}): Promise<EmbeddedDatabase> {
  const log = options.log ?? (() => {});
  const user = await postgresUser(log);
  const dataDir = makeDataFolder(options.dataDir, user);
  const binaries = await findBinaries(user, log);
  const lock = () =>
    lockFile(join(dataDir, "lock"), (pid) => log(`Waiting for process ${pid}, which is starting the same database.`));

  let stopping = false;
  const open = async (fixedPort?: number) => {
    const release = await lock();
    try {
      const { cluster, password } = await ensureCluster({ dataDir, binaries, user, durable: options.durable });
      const launch = { postgres: binaries.postgres, cluster, durable: options.durable, user };
      const address = (port: number, database: string) =>
        `postgres://${ownerName}:${password}@127.0.0.1:${port}/${database}`;
      const port = await ensurePostmaster({
        ...launch,
        address,
        log,
        ...(fixedPort === undefined ? {} : { fixedPort }),
      });
      const freshlyCreated = await createDatabase(address(port, "postgres"));
      const holder = new Client({ connectionString: address(port, databaseName), application_name: holderName });
      holder.on("error", () => {}); // its end is what matters, and is handled below
      await holder.connect();
      holder.once("end", () => {
        if (!stopping) void revive();
      });
      return { cluster, port, freshlyCreated, holder, ownerUrl: address(port, databaseName) };
    } finally {
      release();
    }
  };

  let current = await open();
  const { ownerUrl, port, freshlyCreated } = current;

  const revive = async () => {
    for (const delay of [0, 1, 2, 5, 10, 30]) {
      await sleep(delay * 1000);
      if (stopping) return;
      try {
        current = await open(port);
        log("The database had stopped and was started again.");
        return;
      } catch (error) {
        log(
          `The database stopped and could not be started again yet: ${error instanceof Error ? error.message : error}`,
        );
      }
    }
  };

  const stop = async () => {
    if (stopping) return;
    stopping = true;
    const release = await lock();
    try {
      const shared = await hasOtherHolders(current.holder);
      await current.holder.end();
      const running = findPostmaster(current.cluster);
      if (shared || running === undefined) return;
      if (!(await stopPostmaster(running.pid))) log(`Postgres (process ${running.pid}) is still shutting down.`);
    } finally {
      release();
    }
  };
  return { ownerUrl, port, freshlyCreated, stop };
}

function makeDataFolder(path: string, user: RunAs): string {
  const wanted = resolve(path);
  makeFolder(wanted);
  const folder = realpathSync(wanted);
  if (canEnter(user, folder)) return folder;
  throw new StartupProblem(
    `Postgres refuses to run as root, and the user it runs as instead cannot enter ${folder}. ` +
      "Set STET_STATE to a folder whose parents everyone may enter, such as one below /var/lib.",
  );
}

/** Whether the database had to be made. */
async function createDatabase(address: string): Promise<boolean> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [databaseName]);
    if (found.rows.length > 0) return false;
    await client.query(`CREATE DATABASE ${databaseName}`);
    return true;
  } finally {
    await client.end();
  }
}

async function hasOtherHolders(holder: Client): Promise<boolean> {
  try {
    const others = await holder.query(
      "SELECT 1 FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid() LIMIT 1",
      [holderName],
    );
    return others.rows.length > 0;
  } catch {
    return false; // the server is gone, so nobody can be using it
  }
}
