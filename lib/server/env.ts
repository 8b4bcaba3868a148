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

/**
 * What the desk's signing keys are sealed with: `STET_SIGNING_SECRET`, else the one in secrets.json of the state folder,
 * which whoever starts the program puts there. Throws when it is missing or shorter than 32 characters.
 */
export function signingSecret(): string {
  const secret = requireEnv("STET_SIGNING_SECRET");
  if (secret.length < 32)
    throw new Error("The setting STET_SIGNING_SECRET is too short. Give it 32 characters or more.");
  return secret;
}

/** The folder that originals are kept in: `STET_BLOBS`, or `blobs` in the state folder. */
export function blobFolderPath(stateFolder: string = requireEnv("STET_STATE")): string {
  const given = process.env.STET_BLOBS;
  return given === undefined || given === "" ? join(stateFolder, "blobs") : resolve(given);
}
