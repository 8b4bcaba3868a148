import { afterAll, beforeAll, expect, test } from "vitest";
import { statementNames } from "#lib/server/db/statement-names.ts";
import { makeDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

test("a change that comes again and again is prepared once on its connection, a search never is", async () => {
  const desk = await makeDesk(fresh.db);
  const prepared = await fresh.db.$transaction(async (tx) => {
    for (let round = 0; round < 5; round += 1) {
      await tx.$executeRaw`UPDATE "Desk" SET name = ${`Desk ${round}`} WHERE id = ${desk.deskId}::uuid`;
      await tx.$queryRaw`SELECT id FROM "Desk" WHERE name LIKE ${`Desk ${round}%`}`;
    }
    return await tx.$queryRaw<{ statement: string }[]>`SELECT statement FROM pg_prepared_statements`;
  });
  expect(prepared.filter(({ statement }) => statement.startsWith('UPDATE "Desk" SET name'))).toHaveLength(1);
  expect(prepared.filter(({ statement }) => statement.includes("LIKE"))).toEqual([]);
});

test("a text has one name, other texts have others, and there is an end to names", () => {
  const nameOf = statementNames();
  const third = (sql: string) => [nameOf({ sql }), nameOf({ sql }), nameOf({ sql })].at(-1);
  const name = third("UPDATE a SET b = $1");
  expect(name).toMatch(/^stet_[0-9a-f]{24}$/);
  expect(nameOf({ sql: "UPDATE a SET b = $1" })).toBe(name);
  expect(third("UPDATE a SET c = $1")).not.toBe(name);
  expect(third("SELECT b FROM a")).toBe("");
  const many = Array.from({ length: 1000 }, (_, index) => third(`UPDATE a SET b = $1 WHERE c = ${index}`));
  expect(new Set(many.filter((each) => each !== "")).size).toBeLessThan(300);
});
