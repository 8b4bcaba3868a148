import { createHash, randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

// Plain JavaScript and no "server-only": scripts/run.js needs it before anything is installed, on any Node from 18.

const heartbeat = 4_000;
/** A holder that has not touched its file for this long is gone, whatever process has its number now. */
const staleAfter = 30_000;

/**
 * Takes a lock between processes, waiting while a living process holds it; `onWait` is told that process once.
 * A holder that was killed loses the lock. Answers the function that lets go.
 * @param {string} path
 * @param {(pid: number) => void} [onWait]
 * @returns {Promise<() => void>}
 */
export async function lockFile(path, onWait) {
  mkdirSync(dirname(path), { recursive: true });
  const token = `${process.pid} ${randomUUID()}`;
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, token, { mode: 0o600 });
  try {
    for (let told = false; ; ) {
      if (tryLink(draft, path)) break;
      const holder = lockHolder(path);
      if (holder === undefined) breakStale(path);
      else {
        if (!told) onWait?.(holder);
        told = true;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  } finally {
    rmSync(draft, { force: true });
  }
  const timer = setInterval(() => touch(path), heartbeat);
  timer.unref();
  return () => {
    clearInterval(timer);
    if (read(path) === token) rmSync(path, { force: true });
  };
}

/**
 * Where the lock for work on a whole folder is kept: outside it, because that work empties parts of the folder.
 * @param {string} folder
 * @param {string} work
 */
export function folderLock(folder, work) {
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  return join(tmpdir(), `stet-${process.getuid?.() ?? "user"}-${name}-${work}.lock`);
}

/**
 * The living process that holds the lock, if any.
 * @param {string} path
 * @returns {number | undefined}
 */
export function lockHolder(path) {
  const pid = Number(read(path)?.split(" ")[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
  const touched = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return touched !== undefined && Date.now() - touched < staleAfter ? pid : undefined;
}

/**
 * Whether a process of that number exists, ours or another user's.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

/**
 * The `code` of a system error, such as `ENOENT`.
 * @param {unknown} error
 */
export function errorCode(error) {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

/** Renaming first lets only one of several waiters clear a dead holder's file.
 * @param {string} path */
function breakStale(path) {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return;
    throw error;
  }
  // Between the look and the rename someone else may have taken the lock properly: hand it back.
  if (lockHolder(aside) !== undefined) tryLink(aside, path);
  rmSync(aside, { force: true });
}

/** @param {string} from @param {string} to */
function tryLink(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** @param {string} path */
function touch(path) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch (error) {
    // The folder may be removed under a running process (a test's folder): there is nothing left to guard.
    if (errorCode(error) !== "ENOENT") throw error;
  }
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}
