import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context, SystemContext } from "#lib/server/context.ts";
import { captureSource } from "#lib/server/use-cases/capture-source.ts";
import { runCaptureJob } from "#lib/server/use-cases/run-capture-job.ts";
import { CaptureSite, html, page } from "#tests/support/capture-site.ts";
import { capturedSource } from "#tests/support/captured.ts";
import { good, makeDesk, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

const site = new CaptureSite();
let fresh: Fresh;
let desk: TestDesk;
let checker: Context;
beforeAll(async () => {
  await site.open();
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
  checker = site.allow(desk.as("checker"));
});
afterAll(async () => {
  site.close();
  await fresh.close();
});
beforeEach(() => {
  site.requests = [];
  site.answer = (_, response) => response.writeHead(200, html).end(page);
});

function system({ actor, ...rest }: Context): SystemContext {
  return { ...rest, deskId: actor.deskId };
}

async function payloadFor(path: string) {
  const { deskId, memberId } = checker.actor;
  const sourceId = await capturedSource(checker, site.address(path));
  return { deskId, memberId, captureId: uuidv7(), sourceId, address: site.address(path), evidenceId: null };
}

test("a job makes its capture as whoever asked; run again after a kill it makes no second one", async () => {
  const payload = await payloadFor("/job");
  const killed = { ...checker.blobs, put: () => Promise.reject(new Error("killed here")) };
  await expect(runCaptureJob({ ...system(checker), blobs: killed }, payload)).rejects.toThrow("killed here");
  expect(await fresh.db.capture.count({ where: { id: payload.captureId } })).toBe(0);
  for (let run = 0; run < 2; run += 1) {
    expect(await runCaptureJob(system(checker), payload)).toEqual({ kind: "done" });
  }
  const both = [runCaptureJob(system(checker), payload), runCaptureJob(system(checker), payload)];
  expect(await Promise.all(both)).toEqual([{ kind: "done" }, { kind: "done" }]);
  const [row, ...others] = await fresh.db.capture.findMany({ where: { sourceId: payload.sourceId } });
  expect(others).toEqual([]);
  expect(row?.obtainedById).toBe(checker.actor.memberId);
  expect(await fresh.db.auditEntry.count({ where: { subjectId: payload.captureId } })).toBe(1);
});

test("a person and a job who keep the same page at the same time keep one copy", async () => {
  const payload = await payloadFor("/at-once");
  const { sourceId, address } = payload;
  const asked = { id: uuidv7(), sourceId, address, evidenceId: null };
  const [made, end] = await Promise.all([captureSource(checker, asked), runCaptureJob(system(checker), payload)]);
  expect(end).toEqual({ kind: "done" });
  const copies = await fresh.db.capture.findMany({ where: { sourceId } });
  expect(copies.map(({ id }) => id)).toEqual([good(made).id]);
});

test.each([
  [503, "again"],
  [429, "again"],
  [500, "again"],
  [404, "given-up"],
  [403, "given-up"],
] as const)("an answer of %i is worth it: %s", async (status, kind) => {
  const payload = await payloadFor(`/status-${status}`);
  await runCaptureJob(system(checker), payload);
  site.answer = (_, response) => response.writeHead(status, html).end("no");
  const end = await runCaptureJob(system(checker), { ...payload, captureId: uuidv7() });
  expect(end.kind).toBe(kind);
  const watch = await fresh.db.watch.findFirstOrThrow({ where: { sourceId: payload.sourceId } });
  expect(watch.problem).toBe(end.kind === "done" ? "" : end.why);
  site.answer = (_, response) => response.writeHead(200, html).end(page);
  expect((await runCaptureJob(system(checker), { ...payload, captureId: uuidv7() })).kind).toBe("done");
  expect((await fresh.db.watch.findFirstOrThrow({ where: { sourceId: payload.sourceId } })).problem).toBe("");
});

test("silence and a store out of reach are worth another try; a guarded address and a lost member are not", async () => {
  const payload = await payloadFor("/trouble");
  site.answer = () => undefined;
  const hasty = { ...checker, fetchPolicy: { ...checker.fetchPolicy, timeoutMs: 200 } };
  expect((await runCaptureJob(system(hasty), payload)).kind).toBe("again");
  site.answer = (_, response) => response.writeHead(200, html).end(page);
  const put = () => Promise.reject(Object.assign(new Error("no"), { code: "EROFS" }));
  const readOnly = { ...checker, blobs: { ...checker.blobs, put } };
  expect((await runCaptureJob(system(readOnly), payload)).kind).toBe("again");
  expect((await runCaptureJob(system(desk.as("checker")), payload)).kind).toBe("given-up");
  expect((await runCaptureJob(system(checker), { ...payload, memberId: uuidv7() })).kind).toBe("given-up");
  expect((await runCaptureJob(system(checker), { ...payload, sourceId: uuidv7() })).kind).toBe("given-up");
  const other = await makeDesk(fresh.db);
  expect((await runCaptureJob(system(other.as("checker")), payload)).kind).toBe("given-up");
  const viewer = { ...payload, memberId: desk.as("viewer").actor.memberId };
  expect((await runCaptureJob(system(checker), viewer)).kind).toBe("given-up");
  expect(await fresh.db.capture.count({ where: { sourceId: payload.sourceId } })).toBe(0);
});
