import "server-only";
import { join, resolve } from "node:path";

/** A setting that the program cannot run without. `scripts/start.ts` sets all of them; throws when one is missing. */
export function requireEnv(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "")
    throw new Error(`The setting ${name} is missing. Start Stet with npm start.`);
  return value;
}

/** The address people reach this desk at, without a trailing slash. */
export function baseUrl(): string {
  return requireEnv("STET_URL").replace(/\/+$/, "");
}

/** The folder that originals are kept in: `STET_BLOBS`, or `blobs` in the state folder. */
export function blobFolderPath(stateFolder: string = requireEnv("STET_STATE")): string {
  const given = process.env.STET_BLOBS;
  return given === undefined || given === "" ? join(stateFolder, "blobs") : resolve(given);
}
