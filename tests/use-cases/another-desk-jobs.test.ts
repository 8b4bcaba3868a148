import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Outcome } from "#lib/domain/failure.ts";
import type { Context } from "#lib/server/context.ts";
import { enqueue } from "#lib/server/jobs/enqueue.ts";
import { jobsPage } from "#lib/server/queries/jobs-page.ts";
import { memberActor } from "#lib/server/queries/member-actor.ts";
import { noticesPage } from "#lib/server/queries/notices-page.ts";
import { watchesOfSource } from "#lib/server/queries/watches-of-source.ts";
import { tell } from "#lib/server/repositories/notices.ts";
import { lookNow } from "#lib/server/use-cases/look-now.ts";
import { readNotices } from "#lib/server/use-cases/read-notices.ts";
import { recheckAddress } from "#lib/server/use-cases/recheck-address.ts";
import { retryJob } from "#lib/server/use-cases/retry-job.ts";
import { startWatching, stopWatching } from "#lib/server/use-cases/stop-watching.ts";
import { good, makeArticle, makeClaim, makeDesk, refusal } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { ChangingSite, fetching, watchedEvidence } from "#tests/support/watched.ts";

let fresh: Fresh;
let intruder: Context;
let admin: Context;
let theirs: { watchId: string; sourceId: string; jobId: string; noticeId: string };
const site = new ChangingSite();

async function failedJob(context: Context): Promise<string> {
  const { deskId, memberId } = context.actor;
  const captureId = uuidv7();
  const payload = {
    deskId,
    memberId,
    captureId,
    sourceId: uuidv7(),
    address: "https://harbour.example/",
    evidenceId: null,
  };
  await context.db.$transaction((tx) => enqueue(tx, "capture-source", payload, { key: captureId }));
  await context.db.$executeRaw`
    UPDATE jobs.job_common SET state = 'failed', completed_on = now(), output = '{"message": "The site did not answer."}'
    WHERE singleton_key = ${captureId}`;
  const [row] = await context.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM jobs.job_common WHERE singleton_key = ${captureId}`;
  return row?.id ?? "";
}

beforeAll(async () => {
  fresh = await freshDatabase();
  await site.open();
  site.shows("<p>The board bought two boats, and the auditors wrote it down.</p>");
  const desk = await makeDesk(fresh.db);
  const checker = fetching(desk.as("checker"), site);
  const claim = await makeClaim(checker, await makeArticle(checker), "two boats");
  const evidence = { claimId: claim.id, address: `${site.origin}/a`, passage: "bought two boats" };
  const { watchId, sourceId } = await watchedEvidence(checker, evidence);
  const { deskId, memberId } = checker.actor;
  await tell(fresh.db, [
    { deskId, memberId, kind: "source-gone", key: "k", claimId: claim.id, details: {}, at: checker.now },
    { deskId, memberId, kind: "source-gone", key: "k", claimId: claim.id, details: {}, at: checker.now },
  ]);
  const [notice, ...more] = good(await noticesPage(checker, { after: null })).notices;
  expect(more).toEqual([]);
  admin = desk.as("admin");
  theirs = { watchId, sourceId, jobId: await failedJob(checker), noticeId: notice?.id ?? "" };
  intruder = fetching((await makeDesk(fresh.db)).as("admin"), site);
});
afterAll(async () => {
  site.close();
  await fresh.close();
});

describe("what another desk watches, is told and has done is not there", () => {
  const attempts: Record<string, () => Promise<Outcome<unknown>>> = {
    watchesOfSource: () => watchesOfSource(intruder, theirs.sourceId),
    lookNow: () => lookNow(intruder, { id: theirs.watchId }),
    stopWatching: () => stopWatching(intruder, { id: theirs.watchId }),
    startWatching: () => startWatching(intruder, { id: theirs.watchId }),
    recheckAddress: () => recheckAddress({ ...intruder, deskId: intruder.actor.deskId }, theirs.watchId),
    readNotices: () => readNotices(intruder, { id: theirs.noticeId }),
    retryJob: () => retryJob(intruder, { id: theirs.jobId }),
  };

  test.each(Object.entries(attempts))("%s", async (_, attempt) => {
    expect(refusal(await attempt())).toBe("not-found");
  });

  test("nor does a list show it", async () => {
    expect(good(await jobsPage(intruder, { group: "failed", after: null })).jobs).toEqual([]);
    expect(good(await jobsPage(intruder, { group: "failed", after: theirs.jobId })).jobs).toEqual([]);
    expect(good(await noticesPage(intruder, { after: theirs.noticeId })).notices).toEqual([]);
    expect(good(await retryJob(intruder, { id: "" })).count).toBe(0);
    const { memberId } = admin.actor;
    expect(await memberActor(intruder, { deskId: intruder.actor.deskId, memberId })).toBeNull();
  });
});

test("an administrator sees what failed and has it tried again, once; nobody else does", async () => {
  const failed = good(await jobsPage(admin, { group: "failed", after: null }));
  expect(failed.counts.failed).toBe(1);
  expect(failed.jobs).toMatchObject([
    {
      id: theirs.jobId,
      note: "The site did not answer.",
      about: "https://harbour.example/",
      words: "Keep a copy of a source",
    },
  ]);
  for (const name of ["viewer", "checker", "editor"]) {
    const actor = {
      ...admin.actor,
      role: name === "viewer" ? "viewer" : name === "checker" ? "checker" : "editor",
    } as const;
    expect(refusal(await jobsPage({ ...admin, actor }, { group: "failed", after: null }))).toBe("forbidden");
    expect(refusal(await retryJob({ ...admin, actor }, { id: "" }))).toBe("forbidden");
  }
  good(await retryJob(admin, { id: theirs.jobId }));
  expect(refusal(await retryJob(admin, { id: theirs.jobId }))).toBe("not-found");
  expect(good(await jobsPage(admin, { group: "waiting", after: null })).jobs.map(({ id }) => id)).toContain(
    theirs.jobId,
  );
  expect(good(await retryJob(admin, { id: "" })).count).toBe(0);
});
