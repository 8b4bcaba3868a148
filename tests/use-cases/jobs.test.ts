import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ok } from "#lib/domain/result.ts";
import { jobQueues } from "#lib/server/db/job-queues.ts";
import { installJobs } from "#lib/server/db/job-schema.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { enqueue } from "#lib/server/jobs/enqueue.ts";
import { jobPayloads } from "#lib/server/jobs/job-payloads.ts";
import { startWorker } from "#lib/server/jobs/start-worker.ts";
import { defaultFetchPolicy } from "#lib/server/outside/fetch-policy.ts";
import { jobCounts } from "#lib/server/repositories/jobs.ts";
import { testBlobs } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

async function counts(name: string): Promise<Record<string, number>> {
  const rows = await jobCounts(fresh.db, null);
  return Object.fromEntries(rows.flatMap((row) => (row.name === name ? [[row.group, row.count]] : [])));
}

async function asOwner<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: fresh.ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

test("every job has its queue", () => {
  expect(Object.keys(jobQueues).toSorted()).toEqual(Object.keys(jobPayloads).toSorted());
});

test("a job exists when its change is committed, and not when that is undone", async () => {
  const undone = inTransaction(fresh.db, async (tx) => {
    await enqueue(tx, "watch-host", { host: "undone.example" });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await counts("watch-host")).toEqual({});
  await inTransaction(fresh.db, async (tx) => {
    await enqueue(tx, "watch-host", { host: "a.example" }, { startAfter: new Date(Date.now() + 3_600_000) });
    return ok(null);
  });
  expect(await counts("watch-host")).toEqual({ waiting: 1 });
});

test("of one key one job waits; without a key each is made", async () => {
  await inTransaction(fresh.db, async (tx) => {
    const later = new Date(Date.now() + 3_600_000);
    for (const key of ["one", "one", "two"]) {
      await enqueue(tx, "capture-assets", { deskId: uuidv7(), captureId: uuidv7() }, { key, startAfter: later });
    }
    return ok(null);
  });
  const of = await fresh.db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM jobs.job_common WHERE name = 'capture-assets'`;
  expect(Number(of[0]?.count)).toBe(2);
  await inTransaction(fresh.db, async (tx) => {
    const payload = { deskId: uuidv7(), captureId: uuidv7() };
    await enqueue(tx, "capture-assets", payload);
    await enqueue(tx, "capture-assets", payload);
    return ok(null);
  });
  const all = await fresh.db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM jobs.job_common WHERE name = 'capture-assets'`;
  expect(Number(all[0]?.count)).toBe(4);
});

test("installing again changes nothing, and the application may neither make tables nor plan statements", async () => {
  await asOwner(installJobs);
  await asOwner(installJobs);
  expect(await fresh.sql("CREATE TABLE jobs.mine (id int)")).toBe("42501");
  expect(await fresh.sql("INSERT INTO jobs.bam (name, version, table_name, command) VALUES ('x', 1, 'job', 'x')")).toBe(
    "42501",
  );
  expect(await fresh.sql("DELETE FROM jobs.queue")).toBe("42501");
  expect(await fresh.sql("DROP TABLE jobs.job_common")).toBe("42501");
});

test("a worker runs as the application's role, stores what came of each job, and the clock asks for more", async () => {
  await fresh.db.$transaction(async (tx) => {
    await enqueue(tx, "watch-host", { host: "nothing.example" });
    await enqueue(tx, "watch-due", {});
  });
  const worker = await startWorker(fresh.appUrl, { db: fresh.db, fetchPolicy: defaultFetchPolicy, blobs: testBlobs });
  try {
    await expect.poll(() => counts("watch-host"), { timeout: 15_000 }).toMatchObject({ done: 1 });
    await expect.poll(() => counts("watch-due"), { timeout: 15_000 }).toMatchObject({ done: 1 });
    await sleep(500);
  } finally {
    await worker.stop();
  }
  const rows = await fresh.db.$queryRaw<{ output: unknown }[]>`
    SELECT output FROM jobs.job_common WHERE name = 'watch-host' AND state = 'completed'`;
  expect(rows[0]?.output).toEqual({ note: "Looked at 0 addresses." });
}, 60_000);
