import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { log } from "#lib/server/log.ts";
import { blobProblemOf } from "#lib/server/outside/blob-problem.ts";
import type { BlobStore } from "#lib/server/outside/blob-store.ts";

/**
 * Keeps bytes, before any row says that they are kept; their SHA-256. A store that is full or out of reach is a refusal,
 * noted in the log; whatever else it throws is a bug.
 */
export async function keepBytes(blobs: BlobStore, bytes: Uint8Array): Promise<Outcome<string>> {
  try {
    return ok(await blobs.put(bytes));
  } catch (error) {
    const problem = blobProblemOf(error);
    if (problem === null) throw error;
    log("blob store", problem);
    return refused(problem.kind === "full" ? "blobs-full" : "blobs-unreachable");
  }
}
