import { afterAll, beforeAll, expect, test } from "vitest";
import { enqueue } from "#lib/server/jobs/enqueue.ts";
import { startWorker } from "#lib/server/jobs/start-worker.ts";
import { lookNow } from "#lib/server/use-cases/look-now.ts";
import { startWatching } from "#lib/server/use-cases/stop-watching.ts";
import { watchDue } from "#lib/server/use-cases/watch-due.ts";
import { good, makeArticle, makeClaim, makeDesk, testBlobs } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { ChangingSite, fetching, watchedEvidence } from "#tests/support/watched.ts";

let fresh: Fresh;
const site = new ChangingSite();
beforeAll(async () => {
  fresh = await freshDatabase();
  await site.open();
});
afterAll(async () => {
  site.close();
  await fresh.close();
});

const addresses = 6;

test("two workers and two desks ask one site one thing at a time, and every address is looked at", async () => {
  site.shows("<p>The board bought two boats, and the auditors wrote it down.</p>");
  const watches: string[] = [];
  const people = [];
  for (let index = 0; index < 2; index += 1) {
    const context = fetching((await makeDesk(fresh.db)).as("checker"), site);
    const claim = await makeClaim(context, await makeArticle(context), "two boats");
    for (let page = 0; page < addresses / 2; page += 1) {
      const address = `${site.origin}/${index}/${page}`;
      const { watchId } = await watchedEvidence(context, { claimId: claim.id, address, passage: "bought two boats" });
      watches.push(watchId);
    }
    people.push(context);
  }
  const slow = site.answer;
  site.answer = (path, response) => void setTimeout(() => slow(path, response), 150);
  site.mostAtOnce = 0;
  // Linking asks for a copy too, which is another matter.
  await fresh.db.$executeRaw`DELETE FROM jobs.job_common WHERE name = 'capture-source'`;
  await fresh.db.watch.updateMany({ data: { nextAt: new Date(0) } });
  expect(await watchDue({ db: fresh.db, now: new Date() })).toBe(1);
  expect(await watchDue({ db: fresh.db, now: new Date() })).toBe(1);

  const [first] = people;
  if (first === undefined) throw new Error("there are two desks");
  const tools = { db: fresh.db, fetchPolicy: first.fetchPolicy, blobs: testBlobs };
  const workers = [await startWorker(fresh.appUrl, tools), await startWorker(fresh.appUrl, tools)];
  try {
    // While the host's job runs, more is asked of it, in every way there is.
    await expect.poll(() => fresh.db.watchOutcome.count(), { timeout: 20_000 }).toBeGreaterThan(0);
    good(await lookNow(first, { id: watches[0] ?? "" }));
    good(await startWatching(first, { id: watches[1] ?? "" }));
    await fresh.db.$transaction((tx) => enqueue(tx, "watch-due", {}));
    const seen = async () => (await fresh.db.watchOutcome.findMany({ distinct: ["watchId"] })).length;
    await expect.poll(seen, { timeout: 30_000 }).toBe(addresses);
    await expect.poll(() => fresh.db.watchOutcome.count(), { timeout: 30_000 }).toBeGreaterThan(addresses);
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
  expect(site.mostAtOnce).toBe(1);
}, 120_000);
