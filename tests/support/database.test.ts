import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "#tests/support/database.ts";

let database: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows[0];
  } finally {
    await client.end();
  }
}

test("every test file has a migrated database of its own, and the application's role does not own it", async () => {
  const migrated = "SELECT count(*)::int > 0 AS found FROM _prisma_migrations WHERE finished_at IS NOT NULL";
  expect(await ask(database.ownerUrl, migrated)).toEqual({ found: true });
  const { username } = new URL(database.appUrl);
  expect(await ask(database.appUrl, "SELECT current_user AS name, current_database() ~ '^stet_test_' AS own")).toEqual({
    name: username,
    own: true,
  });
  await expect(ask(database.appUrl, "CREATE TABLE mine (id int)")).rejects.toThrow("permission denied");
});
