import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { BlobStoreProblem } from "#lib/server/outside/blob-problem.ts";
import { errorCode } from "#lib/server/pid-lock.js";

/**
 * Bytes under the SHA-256 of themselves, in lower-case hex. Once kept they never change: keeping them again changes
 * nothing, and `get` gives them only when they still have that digest.
 */
export type BlobStore = {
  readonly put: (bytes: Uint8Array) => Promise<string>;
  readonly get: (sha256: string) => Promise<Uint8Array | null | "damaged">;
};

/** Keeps blobs as files of one folder, which is made when it is first needed. Only its owner may read them. */
export function blobFolder(folder: string): BlobStore {
  const folderOf = (sha256: string) => join(folder, sha256.slice(0, 2));
  const get: BlobStore["get"] = async (sha256) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
    const bytes = await bytesAt(join(folderOf(sha256), sha256));
    return bytes === null || digestOf(bytes) === sha256 ? bytes : "damaged";
  };
  const put: BlobStore["put"] = async (bytes) => {
    const sha256 = digestOf(bytes);
    // A damaged file gets the bytes back that its name promises; a whole one is left alone.
    if (!((await get(sha256)) instanceof Uint8Array)) await writeWhole(join(folderOf(sha256), sha256), bytes);
    // Also when somebody else wrote it: their name for it may still be on its way to the disk.
    await syncFolder(folderOf(sha256));
    return sha256;
  };
  return { put, get };
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

async function bytesAt(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** Writes beside the name, has it reach the disk, and only then gives it the name: a crash leaves nothing half-written. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${randomUUID()}.new`;
  const file = await openNew(draft);
  try {
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** The folder is made when its first file comes; it is there for nearly every other. */
async function openNew(path: string): Promise<FileHandle> {
  try {
    return await open(path, "wx", 0o600);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
    await makeFolder(dirname(path));
    await syncFolder(dirname(dirname(path)));
    return await open(path, "wx", 0o600);
  }
}

/** Where the disk that the folder should lie on is not there, a link leads nowhere; that is no bug. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (!["ENOENT", "EEXIST", "ELOOP"].includes(String(errorCode(error)))) throw error;
    throw new BlobStoreProblem("unreachable", "The folder of copies cannot be made.", { cause: error });
  }
}

/** The new name reaches the disk with its folder; where folders cannot be opened for that, the system sees to it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
