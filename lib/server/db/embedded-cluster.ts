import "server-only";
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { PostgresBinaries } from "#lib/server/db/embedded-binaries.ts";
import type { RunAs } from "#lib/server/db/embedded-user.ts";
import { postgresEnvironment } from "#lib/server/db/postmaster.ts";
import { StartupProblem } from "#lib/server/startup-problem.ts";
import { writePrivate } from "#lib/server/state-folder.ts";

const run = promisify(execFile);

/** The owner of everything in the embedded database. The application signs in as another role. */
export const ownerName = "stet_owner";

/**
 * Makes the database folder `dataDir/cluster` unless it is there, and answers the owner's password. initdb works in
 * a folder aside that is renamed when it is whole, so that a killed first start leaves nothing that looks finished.
 */
export async function ensureCluster(options: {
  dataDir: string;
  binaries: PostgresBinaries;
  user: RunAs;
  durable: boolean;
}): Promise<{ cluster: string; password: string }> {
  const { dataDir, binaries, user } = options;
  const cluster = join(dataDir, "cluster");
  const passwordFile = join(dataDir, "owner-password");
  if (existsSync(join(cluster, "PG_VERSION"))) {
    checkVersion(cluster, binaries);
    if (!existsSync(passwordFile)) {
      throw new StartupProblem(`${passwordFile} is missing; without it the database beside it cannot be opened.`);
    }
    return { cluster, password: readFileSync(passwordFile, "utf8").trim() };
  }
  if (existsSync(cluster)) throw new StartupProblem(`${cluster} exists but is not a Postgres database. Move it away.`);

  const password = randomBytes(24).toString("base64url");
  const draft = join(dataDir, "cluster.new");
  const pgdata = join(draft, "pgdata");
  const draftPassword = join(draft, "password");
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(draftPassword, password, { mode: 0o600 });
  if (user !== undefined) for (const path of [draft, draftPassword]) chownSync(path, user.uid, user.gid);
  try {
    await run(
      binaries.initdb,
      [
        `--pgdata=${pgdata}`,
        `--username=${ownerName}`,
        `--pwfile=${draftPassword}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // Built into Postgres: sorts by code point and folds case by Unicode on every machine alike.
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--no-instructions",
        ...(options.durable ? [] : ["--no-sync"]),
      ],
      { cwd: draft, env: postgresEnvironment(), ...user },
    );
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw new StartupProblem(`Postgres could not make its database folder in ${dataDir}. ${reasonOf(error)}`);
  }
  writePrivate(passwordFile, password);
  renameSync(pgdata, cluster);
  rmSync(draft, { recursive: true, force: true });
  return { cluster, password };
}

function checkVersion(cluster: string, binaries: PostgresBinaries): void {
  const version = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (version === binaries.majorVersion) return;
  throw new StartupProblem(
    `${cluster} was made by Postgres ${version}, and this copy of Stet brings Postgres ${binaries.majorVersion}, ` +
      "which cannot read it. Use the copy of Stet that made it, or move the folder away to begin anew.",
  );
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stderr = "stderr" in error ? String(error.stderr).trim() : "";
  return stderr === "" ? error.message : stderr;
}
