import "server-only";
import { scryptSync } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadEnvFile } from "node:process";
import { assertAppRole, ensureAppRole } from "#lib/server/db/app-role.ts";
import { startEmbedded } from "#lib/server/db/embedded.ts";
import { migrate } from "#lib/server/db/migrate.ts";
import { StartupProblem } from "#lib/server/startup-problem.ts";
import { projectFolder, readRunning, readSecrets, type Secrets, stateFolder } from "#lib/server/state-folder.ts";

/** A database that answers, by its owner's address. `appUrl` only where the application's address was given as well. */
export type OwnedDatabase = {
  readonly ownerUrl: string;
  readonly appUrl?: string;
  readonly embedded: boolean;
  close(): Promise<void>;
};

/** Reads `.env` beside package.json, as Next does. What is set already stays. */
export function loadSettings(): void {
  const path = join(projectFolder(), ".env");
  if (existsSync(path)) loadEnvFile(path);
}

/**
 * Finds the database by the environment. `DATABASE_URL` alone is the owner's address; with `DATABASE_OWNER_URL` beside
 * it, it is the application's; with neither, the embedded Postgres of the state folder is started or joined.
 */
export async function openDatabase(folder: string, log: (line: string) => void): Promise<OwnedDatabase> {
  const given = setting("DATABASE_URL");
  const ownerGiven = setting("DATABASE_OWNER_URL");
  const close = async () => {};
  if (given !== undefined && ownerGiven !== undefined) {
    return { ownerUrl: ownerGiven, appUrl: given, embedded: false, close };
  }
  if (given !== undefined) return { ownerUrl: given, embedded: false, close };
  if (ownerGiven !== undefined) {
    throw new StartupProblem("DATABASE_OWNER_URL is set but DATABASE_URL, the application's address, is not.");
  }
  const embedded = await startEmbedded({ dataDir: join(folder, "database"), durable: true, log });
  return { ownerUrl: embedded.ownerUrl, embedded: true, close: embedded.stop };
}

/** Makes or admits the application's role and answers its address. */
export function prepareAppRole({ ownerUrl, appUrl, embedded }: OwnedDatabase, secrets: Secrets): Promise<string> {
  if (appUrl !== undefined) return ensureAppRole({ ownerUrl, appUrl });
  const ownerPassword = URL.parse(ownerUrl)?.password ?? "";
  // Several machines may share a server: from the same address they must come to the same password.
  const password =
    embedded || ownerPassword === ""
      ? secrets.appRolePassword
      : scryptSync(ownerPassword, "the application's role of stet", 24).toString("base64url");
  return ensureAppRole({ ownerUrl, password });
}

/**
 * The desk's database for a command: the one of the running server, or else the one that `npm start` would use,
 * brought up to date. Call `close` at the end; an embedded Postgres that nobody else uses is stopped then.
 */
export async function openDesk(): Promise<{ appUrl: string; baseUrl: string; close(): Promise<void> }> {
  loadSettings();
  const folder = stateFolder();
  const running = readRunning(folder);
  const baseUrl = setting("STET_URL") ?? running?.url ?? `http://localhost:${setting("PORT") ?? "3000"}`;
  if (running !== undefined && !running.embedded && setting("DATABASE_URL") === undefined) {
    return { appUrl: running.appUrl, baseUrl, close: async () => {} };
  }
  const database = await openDatabase(folder, (line) => process.stderr.write(`${line}\n`));
  try {
    const appUrl = await prepareAppRole(database, await readSecrets(folder));
    // A running server may be of an older version: its tables are not changed under it.
    if (running === undefined) await migrate(database.ownerUrl);
    await assertAppRole(appUrl);
    return { appUrl, baseUrl, close: database.close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function setting(name: string): string | undefined {
  const value = process.env[name];
  return value === "" ? undefined : value;
}
