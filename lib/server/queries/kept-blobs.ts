import "server-only";
import type { Tx } from "#lib/server/db/client.ts";
import { blobProblemOf } from "#lib/server/outside/blob-problem.ts";
import type { BlobStore } from "#lib/server/outside/blob-store.ts";
import { type KeptRow, keptRows } from "#lib/server/repositories/kept-digests.ts";

const batch = 200;
const atOnce = 8;

/** A row that bytes are kept for, and the bytes, or why the store does not give them. */
export type KeptBlob = KeptRow & { readonly bytes: Uint8Array | "missing" | "damaged" };

/**
 * The bytes of every row of the installation that points at some, for its operator, eight at a time; rows that share
 * bytes come one by one. Staged imports are not the desk's and not among them. Throws a BlobStoreProblem when the store
 * itself cannot be reached.
 */
export async function* keptBlobs(db: Tx, blobs: BlobStore): AsyncGenerator<KeptBlob> {
  for await (const rows of keptRows(db, batch)) {
    for (let from = 0; from < rows.length; from += atOnce) {
      yield* await Promise.all(rows.slice(from, from + atOnce).map(async (row) => await blobOf(blobs, row)));
    }
  }
}

async function blobOf(blobs: BlobStore, row: KeptRow): Promise<KeptBlob> {
  try {
    return { ...row, bytes: (await blobs.get(row.sha256)) ?? "missing" };
  } catch (error) {
    throw blobProblemOf(error) ?? error;
  }
}
