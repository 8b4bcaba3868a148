import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enqueue } from "#lib/server/jobs/enqueue.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { runSql } from "#tests/support/cluster.ts";
import { addEvidence, good, makeArticle, makeClaim, makeDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { ChangingSite } from "#tests/support/watched.ts";

const project = fileURLToPath(new URL("../../", import.meta.url));
const site = new ChangingSite();
const children: ChildProcess[] = [];
let fresh: Fresh;
let folder = "";

beforeAll(async () => {
  fresh = await freshDatabase();
  await site.open();
  folder = await mkdtemp(join(tmpdir(), "stet-worker-"));
  // The least that pg-boss allows, so that the test need not wait for what a real worker is given.
  await runSql(fresh.ownerUrl, "UPDATE jobs.queue SET heartbeat_seconds = 10, retry_delay = 1");
});
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  site.close();
  await fresh.close();
  await rm(folder, { recursive: true, force: true });
});

/** `stet work` as npm start runs it, ready. */
async function startWork(): Promise<ChildProcess> {
  const settings = {
    DATABASE_URL: fresh.appUrl,
    STET_STATE: folder,
    STET_BLOBS: join(folder, "blobs"),
    STET_FETCH_ALLOW: site.host,
  };
  const child = spawn(process.execPath, ["-C", "react-server", "cli/stet.ts", "work", "--beside-server"], {
    cwd: project,
    env: { ...process.env, ...settings },
    stdio: ["pipe", "pipe", "inherit"],
  });
  children.push(child);
  await once(child.stdout, "data");
  return child;
}

test("a worker killed in the middle of a copy: another one makes it, and there is one", async () => {
  const context = (await makeDesk(fresh.db)).as("checker");
  const claim = await makeClaim(context, await makeArticle(context), "two boats");
  await addEvidence(context, claim.id, "");
  const sourceId = good(await claimPage(context, claim.id)).evidence[0]?.source.id ?? "";
  const address = `${site.origin}/accounts`;
  await fresh.db.$executeRaw`DELETE FROM jobs.job_common WHERE name = 'capture-source'`;
  await fresh.db.source.updateMany({ data: { address } });
  const { deskId, memberId } = context.actor;
  const captureId = uuidv7();
  const payload = { deskId, memberId, captureId, sourceId, address, evidenceId: null };
  await fresh.db.$transaction((tx) => enqueue(tx, "capture-source", payload, { key: captureId }));

  // The first answer begins and never ends.
  site.answer = (_, response) => void response.writeHead(200, { "content-type": "text/html" }).write("<p>The board");
  const first = await startWork();
  await expect.poll(() => site.requests, { timeout: 30_000 }).toBe(1);
  const gone = once(first, "exit");
  first.kill("SIGKILL");
  await gone;
  expect(await fresh.db.capture.count()).toBe(0);

  site.shows("<p>The board bought two boats.</p>");
  const second = await startWork();
  await expect.poll(() => fresh.db.capture.count(), { timeout: 90_000, interval: 500 }).toBe(1);
  const ended = async () => {
    const rows = await fresh.db.$queryRaw<{ state: string; tries: number; output: unknown }[]>`
      SELECT state::text AS state, retry_count AS tries, output FROM jobs.job_common WHERE name = 'capture-source'`;
    return rows;
  };
  await expect
    .poll(ended, { timeout: 30_000 })
    .toEqual([{ state: "completed", tries: 1, output: { note: "Kept a copy." } }]);
  expect(await fresh.db.capture.findMany({ select: { id: true } })).toEqual([{ id: captureId }]);
  expect(await readdir(join(folder, "blobs"))).toHaveLength(1);

  // The end of its input is the end of a worker: whatever happens to the server, none is left behind.
  const stopped = once(second, "exit");
  second.stdin?.end();
  expect((await stopped)[0]).toBe(0);
}, 180_000);
