import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { z } from "zod";
import { errorCode, isAlive, lockFile } from "#lib/server/pid-lock.js";
import { StartupProblem } from "#lib/server/startup-problem.ts";

/** The folder of this copy of the program, where package.json is. Not for code that Next bundles. */
export function projectFolder(): string {
  return realpathSync(resolve(import.meta.dirname, "../.."));
}

/**
 * The folder that keeps what must survive a restart: `STET_STATE`, or one per copy of the program, so that two copies
 * never share data. Made when missing.
 */
export function stateFolder(): string {
  const given = process.env.STET_STATE;
  const folder = given === undefined || given === "" ? defaultFolder() : resolve(given);
  try {
    makeFolder(folder);
  } catch (error) {
    throw new StartupProblem(`Cannot make the state folder ${folder} (${String(errorCode(error))}). Set STET_STATE.`);
  }
  return folder;
}

function defaultFolder(): string {
  const project = projectFolder();
  const slug = basename(project)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const name = `${slug === "" ? "desk" : slug}-${createHash("sha256").update(project).digest("hex").slice(0, 8)}`;
  if (process.getuid?.() === 0) return join(systemFolder(), name);
  const xdg = process.env.XDG_DATA_HOME;
  const base = xdg !== undefined && isAbsolute(xdg) ? xdg : join(homedir(), ".local", "share");
  return join(base, "stet", name);
}

/** Makes a folder and its missing parents. Others may pass through, not list: the Postgres of root runs as another user. */
export function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  for (let path = folder; path.length >= first.length; path = dirname(path)) chmodSync(path, 0o711);
}

/** The folder for what root keeps outside any clone; every user may enter it. */
export function systemFolder(): string {
  const folder = "/var/lib/stet";
  makeFolder(folder);
  return folder;
}

const secretsSchema = z.object({
  nextAuthSecret: z.string().min(32),
  /** 32 bytes, base64: the AES key that seals what a Server Action closes over. */
  serverActionsKey: z.string().length(44),
  appRolePassword: z.string().min(32),
  /** What the desk's signing keys are sealed with: whoever loses it has to make new keys. */
  signingSecret: z.string().min(32),
});
export type Secrets = z.infer<typeof secretsSchema>;

/** Files of before the desk signed anything lack its secret. */
const keptSecretsSchema = secretsSchema.partial({ signingSecret: true });

/** The desk's secrets, made on the first call and kept in a file that only its owner may read. */
export async function readSecrets(folder: string): Promise<Secrets> {
  const path = join(folder, "secrets.json");
  const release = await lockFile(`${path}.lock`);
  try {
    const kept = readJson(path, keptSecretsSchema);
    if (kept?.signingSecret !== undefined) return { ...kept, signingSecret: kept.signingSecret };
    const secrets: Secrets = {
      nextAuthSecret: randomBytes(32).toString("base64url"),
      serverActionsKey: randomBytes(32).toString("base64"),
      appRolePassword: randomBytes(32).toString("base64url"),
      ...kept,
      signingSecret: randomBytes(32).toString("base64url"),
    };
    writePrivate(path, JSON.stringify(secrets));
    return secrets;
  } finally {
    release();
  }
}

const runningSchema = z.object({
  pid: z.number().int().positive(),
  url: z.string(),
  embedded: z.boolean(),
  appUrl: z.string(),
  ownerUrl: z.string(),
});
/** A server that runs: the address people use, and the database's addresses for the application and for its owner. */
export type Running = z.infer<typeof runningSchema>;

/** The server that runs on this state folder, unless its process is gone. */
export function readRunning(folder: string): Running | undefined {
  const running = readJson(join(folder, "running.json"), runningSchema);
  return running !== undefined && isAlive(running.pid) ? running : undefined;
}

/** Tells the command line where the server is. Answers the function that withdraws it. */
export function announceRunning(folder: string, running: Running): () => void {
  const path = join(folder, "running.json");
  writePrivate(path, JSON.stringify(running));
  return () => {
    if (readJson(path, runningSchema)?.pid === running.pid) rmSync(path, { force: true });
  };
}

/** Writes a file that only its owner may read, whole or not at all. */
export function writePrivate(path: string, content: string): void {
  const draft = `${path}.${process.pid}.new`;
  rmSync(draft, { force: true });
  writeFileSync(draft, content, { mode: 0o600, flag: "wx", flush: true });
  renameSync(draft, path);
}

function readJson<T>(path: string, schema: z.ZodType<T>): T | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw new StartupProblem(`Cannot read ${path} (${String(errorCode(error))}). Was Stet started by another user?`);
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new StartupProblem(`${path} is damaged. Restore it from a backup, or remove it to have a new one made.`);
  }
}
