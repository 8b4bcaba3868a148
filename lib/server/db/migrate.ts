import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Client, DatabaseError } from "pg";
import { ensureGroupRole } from "#lib/server/db/app-role.ts";
import { installJobs } from "#lib/server/db/job-schema.ts";
import { withSession } from "#lib/server/db/session.ts";
import { StartupProblem } from "#lib/server/startup-problem.ts";
import { projectFolder } from "#lib/server/state-folder.ts";

type Migration = { readonly name: string; readonly script: string; readonly checksum: string };
type Row = { readonly migration_name: string; readonly checksum: string; readonly finished_at: Date | null };

/** The number that Prisma Migrate takes for its own lock, so that the two never work at the same time. */
const prismaLock = 72707369;

/** Prisma's own table, column for column, so that `prisma migrate` can take over at any time. */
const prismaTable = `
  CREATE TABLE "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`;

/**
 * Applies the migrations that the database lacks, each with its row in one transaction, and answers their names.
 * Throws `StartupProblem` when history and files disagree. The group role that migrations grant to is made first; the
 * tables of the jobs come last.
 */
export async function migrate(
  ownerUrl: string,
  folder = join(projectFolder(), "prisma", "migrations"),
): Promise<string[]> {
  const migrations = readMigrations(folder);
  return withSession(ownerUrl, async (client) => {
    // Held until the session ends.
    await client.query("SELECT pg_advisory_lock($1)", [prismaLock]);
    const rows = await readHistory(client);
    compare(migrations, rows);
    const applied = new Set(rows.map((row) => row.migration_name));
    const pending = migrations.filter((migration) => !applied.has(migration.name));
    if (pending.length > 0) await ensureGroupRole(client);
    for (const migration of pending) await apply(client, migration);
    await installJobs(client);
    return pending.map((migration) => migration.name);
  });
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name, "migration.sql"));
      return { name, script: bytes.toString("utf8"), checksum: createHash("sha256").update(bytes).digest("hex") };
    });
}

async function readHistory(client: Client): Promise<Row[]> {
  const found = await client.query<{ history: boolean; tables: boolean }>(`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS history,
      EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema()) AS tables`);
  if (found.rows[0]?.history === true) {
    const rows = await client.query<Row>(
      'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
    );
    return rows.rows;
  }
  if (found.rows[0]?.tables === true) {
    throw new StartupProblem("The database holds tables of another program. Give Stet a database of its own.");
  }
  await client.query(prismaTable);
  return [];
}

function compare(migrations: readonly Migration[], rows: readonly Row[]): void {
  for (const row of rows) {
    const name = row.migration_name;
    if (row.finished_at === null) {
      throw new StartupProblem(
        `Migration ${name} was begun and not finished, by another tool. Look at what it did, then settle it with ` +
          `\`npx prisma migrate resolve\`.`,
      );
    }
    const migration = migrations.find((candidate) => candidate.name === name);
    if (migration === undefined) {
      throw new StartupProblem(
        `The database has migration ${name}, which this copy of Stet lacks: a newer copy has used it. Start that one.`,
      );
    }
    if (migration.checksum !== row.checksum) {
      throw new StartupProblem(
        `prisma/migrations/${name}/migration.sql has changed since it was applied. Restore the file; ` +
          "a further change of the database is a new migration.",
      );
    }
  }
}

async function apply(client: Client, { name, script, checksum }: Migration): Promise<void> {
  const startedAt = new Date();
  await client.query("BEGIN");
  try {
    // One call for the whole script: splitting it at semicolons would cut function bodies.
    await client.query(script);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name, startedAt],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error instanceof DatabaseError ? new StartupProblem(explain(name, script, error)) : error;
  }
}

function explain(name: string, script: string, error: DatabaseError): string {
  const line = error.position === undefined ? 0 : script.slice(0, Number(error.position)).split("\n").length;
  const place = line === 0 ? "" : ` at line ${line}`;
  return `Migration ${name} failed${place} and was rolled back: ${error.message}`;
}
