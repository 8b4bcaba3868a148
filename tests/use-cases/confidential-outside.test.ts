import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "#lib/server/context.ts";
import { capturePage } from "#lib/server/queries/capture-page.ts";
import { captureSource } from "#lib/server/use-cases/capture-source.ts";
import { editEvidence } from "#lib/server/use-cases/edit-evidence.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { lookNow } from "#lib/server/use-cases/look-now.ts";
import { makeCaptureAssets } from "#lib/server/use-cases/make-capture-assets.ts";
import { runCaptureJob } from "#lib/server/use-cases/run-capture-job.ts";
import { startWatching } from "#lib/server/use-cases/stop-watching.ts";
import { CaptureSite, html, page } from "#tests/support/capture-site.ts";
import { capturedSource } from "#tests/support/captured.ts";
import { evidenceInput, good, makeArticle, makeClaim, makeDesk, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

const site = new CaptureSite();
let fresh: Fresh;
let desk: TestDesk;
let checker: Context;
let claimId: string;
beforeAll(async () => {
  await site.open();
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
  checker = site.allow(desk.as("checker"));
  claimId = (await makeClaim(checker, await makeArticle(checker), "two boats")).id;
});
afterAll(async () => {
  site.close();
  await fresh.close();
});
beforeEach(() => {
  site.requests = [];
  site.answer = (_, response) => response.writeHead(200, html).end(page);
});

const secret = { confidential: true, publicAs: "a clerk of the board" };

async function cited(path: string, words: object) {
  const sourceId = await capturedSource(checker, site.address(path));
  const input = { ...evidenceInput(claimId, ""), sourceId, address: "", ...words };
  good(await linkEvidence(checker, input));
  return { sourceId, input };
}

async function kept(sourceId: string): Promise<string> {
  const id = uuidv7();
  return good(await captureSource(checker, { id, sourceId, address: "", evidenceId: null })).id;
}

const watchOf = (sourceId: string) => fresh.db.watch.findFirstOrThrow({ where: { sourceId } });

test("a copy of a confidential source is kept by a person, and no web archive is told of it", async () => {
  const { sourceId } = await cited("/secret", secret);
  const own = await kept(sourceId);
  const address = "https://harbour.example/secret";
  const { sha256 } = await fresh.db.capture.findFirstOrThrow({ where: { id: own } });
  const row = { deskId: desk.deskId, sourceId, sha256, mediaType: "text/html", byteLength: 1, text: "", address };
  const open = uuidv7();
  const how = { requested: address, obtainedBy: "fetched", obtainedAt: new Date(), id: open };
  await fresh.db.capture.create({ data: { ...row, ...how } });
  site.requests = [];
  site.answer = (_, response) => response.writeHead(200, { ...html, "content-location": "/web/2026/x" }).end("kept");
  const { actor: _, ...rest } = checker;
  const tools = { chromium: null, wayback: site.address("/save/") };
  const context = { ...rest, deskId: desk.deskId, signal: new AbortController().signal, tools };
  expect(good(await makeCaptureAssets(context, { deskId: desk.deskId, captureId: open }))).toEqual([]);
  expect(site.requests).toEqual([]);
  expect(good(await capturePage(checker, open)).assets).toEqual([]);
});

test("a job that was asked for a copy before the source became confidential fetches nothing", async () => {
  const { sourceId, input } = await cited("/asked", {});
  const { rowVersion } = await fresh.db.evidence.findFirstOrThrow({ where: { id: input.id } });
  good(await editEvidence(checker, { ...input, ...secret, rowVersion }));
  const { actor, ...rest } = checker;
  const ids = { deskId: desk.deskId, memberId: actor.memberId, captureId: uuidv7(), sourceId, evidenceId: input.id };
  const end = await runCaptureJob({ ...rest, deskId: desk.deskId }, { ...ids, address: "" });
  expect(end).toMatchObject({ kind: "given-up" });
  expect(site.requests).toEqual([]);
});

test("its address is looked at again only when a person wants that", async () => {
  const { sourceId } = await cited("/quiet", secret);
  await kept(sourceId);
  const { id, stoppedAt } = await watchOf(sourceId);
  expect(stoppedAt).not.toBeNull();
  expect(refusal(await lookNow(checker, { id }))).toBe("watch-stopped");
  good(await startWatching(checker, { id }));
  await kept(sourceId);
  expect((await watchOf(sourceId)).stoppedAt).toBeNull();
});

test("cited as confidential later, it is watched no longer, and the record says so", async () => {
  const { sourceId, input } = await cited("/later", {});
  await kept(sourceId);
  expect((await watchOf(sourceId)).stoppedAt).toBeNull();
  const { rowVersion } = await fresh.db.evidence.findFirstOrThrow({ where: { id: input.id } });
  good(await editEvidence(checker, { ...input, ...secret, rowVersion }));
  const { id, stoppedAt } = await watchOf(sourceId);
  expect(stoppedAt).not.toBeNull();
  expect(await fresh.db.auditEntry.count({ where: { subjectId: id, action: "watch.stop" } })).toBe(1);
});
