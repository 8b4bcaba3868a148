import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type EmbeddedDatabase, startEmbedded } from "#lib/server/db/embedded.ts";
import { isAlive } from "#lib/server/pid-lock.js";

let folder: string;
let dataDir: string;
const running: EmbeddedDatabase[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stet faults "));
  await chmod(folder, 0o755); // Postgres may run as another user than this one
  dataDir = join(folder, "a folder with spaces");
});

afterEach(async () => {
  for (const database of running.splice(0)) await database.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dataDir, durable: true });
  running.push(database);
  return database;
}

async function ask(address: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A killed server takes a moment to come back; every other surprise fails the test. */
async function askUntilBack(address: string, sql: string): Promise<Record<string, unknown>[]> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      return await ask(address, sql);
    } catch {
      await sleep(50);
    }
  }
  throw new Error("the database did not come back within ten seconds");
}

async function postmasterPid(): Promise<number> {
  return Number((await readFile(join(dataDir, "cluster", "postmaster.pid"), "utf8")).split("\n")[0]);
}

test("a restart keeps address and data", async () => {
  const first = await start();
  expect(first.freshlyCreated).toBe(true);
  await ask(first.ownerUrl, "CREATE TABLE kept AS SELECT 'Ünïcödé' AS word");
  await first.stop();
  await expect(postmasterPid()).rejects.toThrow("ENOENT");

  const second = await start();
  expect(second).toMatchObject({ ownerUrl: first.ownerUrl, freshlyCreated: false });
  expect(await ask(second.ownerUrl, "SELECT upper(word) AS word FROM kept")).toEqual([{ word: "ÜNÏCÖDÉ" }]);
});

test("a first start that was killed half-way is begun anew", async () => {
  await mkdir(join(dataDir, "cluster.new", "pgdata", "base"), { recursive: true });
  await chmod(dataDir, 0o755);
  await writeFile(join(dataDir, "cluster.new", "pgdata", "PG_VERSION"), "18\n");
  await writeFile(join(dataDir, "owner-password"), "a password that no cluster has");
  const database = await start();
  expect(await ask(database.ownerUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("what was committed survives a killed server, which comes back at the same address", async () => {
  const database = await start();
  await ask(database.ownerUrl, "CREATE TABLE kept AS SELECT 42 AS answer");
  const before = await postmasterPid();
  process.kill(before, "SIGKILL");
  expect(await askUntilBack(database.ownerUrl, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  expect(await postmasterPid()).not.toBe(before);
});

test("a folder whose server was killed while nobody watched starts again", async () => {
  const first = await start();
  await ask(first.ownerUrl, "CREATE TABLE kept AS SELECT 42 AS answer");
  await first.stop();
  // What a power cut leaves: a process number that now belongs to something else.
  await writeFile(
    join(dataDir, "cluster", "postmaster.pid"),
    `${process.pid}\n${dataDir}/cluster\n0\n1\n\n\n\nready\n`,
  );
  const second = await start();
  expect(await ask(second.ownerUrl, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
});

test("a server left by a killed program is taken over, and stopped with its new user", async () => {
  const code = `
    const { startEmbedded } = await import("#lib/server/db/embedded.ts");
    await startEmbedded({ dataDir: process.env.DATA_DIR, durable: true });
    console.log("ready");`;
  const child = spawn(process.execPath, ["-C", "react-server", "--input-type=module", "-e", code], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  const left = await postmasterPid();
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(isAlive(left)).toBe(true);

  const database = await start();
  expect(await postmasterPid()).toBe(left);
  await database.stop();
  await expect(postmasterPid()).rejects.toThrow("ENOENT");
});

test("two users share one server, and the first to stop does not stop the other's", async () => {
  const [first, second] = await Promise.all([start(), start()]);
  expect(second.ownerUrl).toBe(first.ownerUrl);
  expect([first.freshlyCreated, second.freshlyCreated].filter(Boolean)).toHaveLength(1);
  await first.stop();
  expect(await ask(second.ownerUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("another port is taken when the remembered one is in use", async () => {
  const first = await start();
  await first.stop();
  const { createServer } = await import("node:net");
  const squatter = createServer().listen(first.port, "127.0.0.1");
  await once(squatter, "listening");
  const second = await start();
  squatter.close();
  expect(second.port).not.toBe(first.port);
  expect(await ask(second.ownerUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});
