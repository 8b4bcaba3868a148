import "server-only";
import { execFile } from "node:child_process";
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { StartupProblem } from "#lib/server/startup-problem.ts";

const run = promisify(execFile);

/** The user that the Postgres programs run as; `undefined` is whoever runs this process. */
export type RunAs = { readonly uid: number; readonly gid: number } | undefined;

const userName = "stet-db";

/** Postgres refuses to run as root, so root gets a system user without a home, a shell or a password for it. */
export async function postgresUser(log: (line: string) => void): Promise<RunAs> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = await findUser(userName);
  if (existing !== undefined) return existing;
  const made = await makeUser();
  if (made === undefined) {
    log(`Postgres runs as the new system user ${userName}, because it refuses to run as root.`);
    const created = await findUser(userName);
    if (created !== undefined) return created;
  }
  const system = await findUser("postgres");
  if (system !== undefined) return system;
  throw new StartupProblem(
    `Postgres refuses to run as root, and a user for it could not be made${made === undefined ? "" : ` (${made})`}. ` +
      `Start Stet as an ordinary user, or make a user named ${userName}, or set DATABASE_URL.`,
  );
}

/** Whether that user may pass through every folder down to this one. */
export function canEnter(user: RunAs, folder: string): boolean {
  if (user === undefined) return true;
  for (let path = folder; ; path = dirname(path)) {
    const { mode, uid, gid } = statSync(path);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

async function findUser(name: string): Promise<RunAs> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined; // `id` fails for a name that it does not know
  }
}

/** Answers what went wrong, if anything did. */
async function makeUser(): Promise<string | undefined> {
  try {
    await run("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", userName]);
    return undefined;
  } catch (error) {
    // Two first starts at once: the other one has made it.
    if ((await findUser(userName)) !== undefined) return undefined;
    return error instanceof Error ? error.message.trim().split("\n").at(-1) : String(error);
  }
}
