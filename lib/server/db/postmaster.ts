import "server-only";
import { execFileSync, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { platform } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { RunAs } from "#lib/server/db/embedded-user.ts";
import { errorCode, isAlive } from "#lib/server/pid-lock.js";

/** What `postmaster.pid` says: the server process of a database folder, and how far it is. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly status: string };

/** The environment for Postgres programs: no PG… variable of the caller may redirect them, and messages are English. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const environment = { ...process.env, LC_ALL: "C", TZ: "UTC" };
  for (const name of Object.keys(environment)) if (name.startsWith("PG")) Reflect.deleteProperty(environment, name);
  return environment;
}

/** The Postgres process that has this database folder, if one lives. A file left by a dead one is removed. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const path = join(cluster, "postmaster.pid");
  const text = readIfThere(path);
  if (text === undefined) return undefined;
  const found = postmasterIn(text);
  // Postgres itself only asks whether the number is in use, and would wait for a stranger that has it now.
  if (found === undefined) rmSync(path, { force: true });
  return found;
}

/** The process that a `postmaster.pid` of these words names, if it lives. */
function postmasterIn(text: string): Postmaster | undefined {
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (!isAlive(pid) || !looksLikePostgres(pid)) return undefined;
  return { pid, port: Number(lines[3]), status: lines[7]?.trim() ?? "starting" };
}

export type Launch = {
  readonly postgres: string;
  readonly cluster: string;
  readonly port: number;
  readonly durable: boolean;
  readonly user: RunAs;
};

/** Why a launch ended early, told by the end of Postgres's own log. */
export type LaunchFailure = { readonly reason: "port" | "shared-memory" | "other"; readonly log: string };

/**
 * Starts Postgres on loopback, away from the terminal's Ctrl-C, and waits until it takes connections (after a crash it
 * first replays its log). `fsync` and its like are off when `durable` is false: then a power cut may lose everything.
 */
export async function launchPostmaster(launch: Launch): Promise<Postmaster | LaunchFailure> {
  const { cluster, user } = launch;
  const logPath = join(dirname(cluster), "postgres.log");
  rotate(logPath);
  const log = openSync(logPath, "a", 0o600);
  const logStart = statSync(logPath).size;
  const unsafe = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "password_encryption=scram-sha-256",
    "max_connections=200",
    "timezone=UTC",
    "log_timezone=UTC",
    // The log must not hold the desk's confidential text: no statements, no parameters.
    "log_min_error_statement=panic",
    "log_parameter_max_length_on_error=0",
    // After a crash every file is written down first: in one call where the system has it, instead of one a file.
    ...(platform() === "linux" ? ["recovery_init_sync_method=syncfs"] : []),
    ...(launch.durable ? [] : unsafe),
  ];
  const child = spawn(
    launch.postgres,
    ["-D", cluster, "-p", String(launch.port), ...settings.flatMap((setting) => ["-c", setting])],
    { cwd: dirname(cluster), env: postgresEnvironment(), detached: true, stdio: ["ignore", log, log], ...user },
  );
  closeSync(log);
  let ended: string | undefined;
  child.on("error", (error) => {
    ended = error.message;
  });
  child.on("exit", (code, signal) => {
    ended ??= `Postgres ended with ${signal ?? code}.`;
  });
  child.unref();
  for (;;) {
    if (ended !== undefined) return explain(`${readIfThere(logPath)?.slice(logStart).trim() ?? ""}\n${ended}`.trim());
    // It is left as it is: the file that Postgres has just made is empty for a moment.
    const found = postmasterIn(readIfThere(join(cluster, "postmaster.pid")) ?? "");
    if (found?.pid === child.pid && found?.status === "ready") return found;
    await sleep(20);
  }
}

function explain(log: string): LaunchFailure {
  if (/could not bind|could not create any TCP\/IP sockets/i.test(log)) return { reason: "port", log };
  if (/pre-existing shared memory block/i.test(log)) return { reason: "shared-memory", log };
  return { reason: "other", log };
}

/** Asks Postgres to end its sessions, write everything down and stop, and waits for it; false when it takes over a minute. */
export async function stopPostmaster(pid: number): Promise<boolean> {
  try {
    process.kill(pid, "SIGINT");
  } catch (error) {
    if (errorCode(error) === "ESRCH") return true;
    throw error;
  }
  return waitForEnd(pid, 60_000);
}

export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isAlive(pid) && looksLikePostgres(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

/** The number may have gone to another program since. A dead process that nobody has collected has no command line. */
function looksLikePostgres(pid: number): boolean {
  try {
    if (platform() === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
    if (platform() === "win32") return true;
    return execFileSync("ps", ["-p", String(pid), "-o", "comm="], { encoding: "utf8" }).includes("postgres");
  } catch (error) {
    // Not allowed to look (hidden processes, no `ps`): then the safe answer is that it is Postgres, unless it is gone.
    return errorCode(error) !== "ENOENT" && isAlive(pid);
  }
}

function rotate(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 1_000_000) renameSync(path, `${path}.1`);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}
