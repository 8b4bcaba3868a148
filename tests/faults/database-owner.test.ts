import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { assertAppRole, ensureAppRole } from "#lib/server/db/app-role.ts";
import { migrate } from "#lib/server/db/migrate.ts";

const admin = inject("cluster").ownerUrl;
let ownerUrl: string;
let database: string;
let folder: string;

beforeEach(async () => {
  database = `owner_${crypto.randomUUID().slice(0, 8)}`;
  await ask(admin, `CREATE DATABASE ${database}`);
  ownerUrl = address({ database });
  folder = await mkdtemp(join(tmpdir(), "stet-migrations-"));
});

afterEach(async () => {
  await ask(admin, `DROP DATABASE ${database} WITH (FORCE)`);
  await rm(folder, { recursive: true, force: true });
});

function address(parts: { database: string; user?: string; password?: string }): string {
  const url = new URL(admin);
  url.pathname = `/${parts.database}`;
  if (parts.user !== undefined) url.username = parts.user;
  if (parts.password !== undefined) url.password = parts.password;
  return url.href;
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function write(name: string, script: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, "migration.sql"), script);
}

describe("migrations", () => {
  const table = "CREATE TABLE thing (id int PRIMARY KEY); GRANT SELECT ON thing TO stet_app;";
  const body = "CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END; $$;";

  test("are applied once, in order, with the rows that Prisma writes", async () => {
    await write("2_function", body);
    await write("1_table", table);
    expect(await migrate(ownerUrl, folder)).toEqual(["1_table", "2_function"]);
    expect(await migrate(ownerUrl, folder)).toEqual([]);
    const rows = await ask(ownerUrl, 'SELECT * FROM "_prisma_migrations" ORDER BY migration_name');
    expect(rows[0]).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      checksum: createHash("sha256").update(table).digest("hex"),
      migration_name: "1_table",
      finished_at: expect.any(Date),
      logs: null,
      rolled_back_at: null,
      applied_steps_count: 1,
    });
  });

  test("run once when two starts meet", async () => {
    await write("1_table", table);
    const both = await Promise.all([migrate(ownerUrl, folder), migrate(ownerUrl, folder)]);
    expect(both.flat()).toEqual(["1_table"]);
  });

  test("leave nothing behind when one fails, and say where", async () => {
    await write("1_table", table);
    await write("2_broken", "CREATE TABLE other (id int);\nCREATE TABLE thing (id int);");
    await expect(migrate(ownerUrl, folder)).rejects.toThrow(/2_broken failed.*already exists/);
    expect(await ask(ownerUrl, "SELECT to_regclass('other') AS other")).toEqual([{ other: null }]);
    expect(await ask(ownerUrl, 'SELECT migration_name FROM "_prisma_migrations"')).toHaveLength(1);
  });

  test("refuse a file that changed after it was applied", async () => {
    await write("1_table", table);
    await migrate(ownerUrl, folder);
    await write("1_table", `${table} -- and more`);
    await expect(migrate(ownerUrl, folder)).rejects.toThrow(/1_table.*has changed/);
  });

  test("refuse a database that a newer copy has used", async () => {
    await write("1_table", table);
    await migrate(ownerUrl, folder);
    await rm(join(folder, "1_table"), { recursive: true });
    await expect(migrate(ownerUrl, folder)).rejects.toThrow(/lacks/);
  });

  test("refuse to go on after one that another tool left unfinished", async () => {
    await write("1_table", table);
    await migrate(ownerUrl, folder);
    await ask(ownerUrl, 'UPDATE "_prisma_migrations" SET finished_at = NULL');
    await expect(migrate(ownerUrl, folder)).rejects.toThrow(/not finished/);
  });

  test("refuse a database that holds another program's tables", async () => {
    await ask(ownerUrl, "CREATE TABLE theirs (id int)");
    await expect(migrate(ownerUrl, folder)).rejects.toThrow(/another program/);
  });
});

describe("the application's role", () => {
  test("signs in, and can neither own nor make anything", async () => {
    const appUrl = await ensureAppRole({ ownerUrl, password: "first" });
    await assertAppRole(appUrl);
    await expect(ask(appUrl, "CREATE TABLE mine (id int)")).rejects.toThrow(/permission denied/);
    await expect(ask(appUrl, "SET ROLE stet_owner")).rejects.toThrow(/permission denied/);
  });

  test("gets the new password when it has another", async () => {
    const before = await ensureAppRole({ ownerUrl, password: "first" });
    const after = await ensureAppRole({ ownerUrl, password: "second" });
    expect(await ask(after, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await expect(ask(before, "SELECT 1")).rejects.toThrow(/password/);
  });

  test("is refused when it is the owner, or may become it", async () => {
    await expect(assertAppRole(ownerUrl)).rejects.toThrow(/superuser/);
    const member = `${database}_member`;
    const owner = `${database}_owner`;
    await ask(admin, `CREATE ROLE ${owner}; CREATE ROLE ${member} LOGIN PASSWORD 'x' IN ROLE ${owner}`);
    await ask(admin, `ALTER DATABASE ${database} OWNER TO ${owner}`);
    await expect(assertAppRole(address({ database, user: member, password: "x" }))).rejects.toThrow(/member of/);
    await ask(admin, `ALTER DATABASE ${database} OWNER TO stet_owner; DROP ROLE ${member}; DROP ROLE ${owner}`);
  });

  test("given by its own address is let in, and nobody else's rights are needed", async () => {
    const app = `${database}_app`;
    await ask(admin, `CREATE ROLE ${app} LOGIN PASSWORD 'x'`);
    const appUrl = address({ database, user: app, password: "x" });
    expect(await ensureAppRole({ ownerUrl, appUrl })).toBe(appUrl);
    await assertAppRole(appUrl);
    expect(await ask(appUrl, "SELECT pg_has_role('stet_app', 'USAGE') AS member")).toEqual([{ member: true }]);
    await ask(admin, `DROP ROLE ${app}`);
  });

  test("cannot be made by an owner who may not, who is told the two ways", async () => {
    const owner = `${database}_weak`;
    await ask(admin, `CREATE ROLE ${owner} LOGIN PASSWORD 'x'; ALTER DATABASE ${database} OWNER TO ${owner}`);
    const weak = address({ database, user: owner, password: "x" });
    await expect(ensureAppRole({ ownerUrl: weak, password: "y" })).rejects.toThrow(/CREATEROLE.*DATABASE_OWNER_URL/);
    await ask(admin, `ALTER DATABASE ${database} OWNER TO stet_owner; DROP ROLE ${owner}`);
  });

  test("an address that nobody answers is told without its password", async () => {
    const gone = "postgres://someone:a-secret@127.0.0.1:1/desk";
    const message = await migrate(gone, folder).catch((error) => String(error));
    expect(message).toMatch(/Cannot sign in to the database desk on 127.0.0.1:1 as someone/);
    expect(message).not.toContain("a-secret");
  });
});
