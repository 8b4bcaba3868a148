import "server-only";
import { blobFolderPath } from "#lib/server/env.ts";
import { type BlobStore, blobFolder } from "#lib/server/outside/blob-store.ts";
import { s3Settings } from "#lib/server/outside/s3-settings.ts";
import { s3Store } from "#lib/server/outside/s3-store.ts";
import { StartupProblem } from "#lib/server/startup-problem.ts";

/**
 * The store that the environment names: a bucket where `STET_S3_…` is set, else a folder (of `stateFolder`, when that is
 * not in the environment). Settings that are half there, or make no sense, are a StartupProblem. Nothing is asked yet.
 */
export function openBlobs(stateFolder?: string): BlobStore {
  const settings = s3Settings(process.env);
  if (!settings.ok) throw new StartupProblem(settings.error);
  return settings.value === null ? blobFolder(blobFolderPath(stateFolder)) : s3Store(settings.value);
}
