import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
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
    if ((await get(sha256)) instanceof Uint8Array) return sha256;
    await mkdir(folderOf(sha256), { recursive: true, mode: 0o700 });
    await writeWhole(join(folderOf(sha256), sha256), bytes);
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
  try {
    const file = await open(draft, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    if (digestOf(await readFile(draft)) !== digestOf(bytes))
      throw new Error(`${draft} does not hold what was written.`);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
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
