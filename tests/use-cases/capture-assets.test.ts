import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Context } from "#lib/server/context.ts";
import { JobProblem } from "#lib/server/jobs/job-problem.ts";
import { assetBytes } from "#lib/server/queries/capture-bytes.ts";
import { capturePage } from "#lib/server/queries/capture-page.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { captureSource } from "#lib/server/use-cases/capture-source.ts";
import { makeCaptureAssets } from "#lib/server/use-cases/make-capture-assets.ts";
import { uploadCapture } from "#lib/server/use-cases/upload-capture.ts";
import { CaptureSite, html, page } from "#tests/support/capture-site.ts";
import { capturedSource } from "#tests/support/captured.ts";
import { good, makeDesk, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { findChromium } from "../../scripts/test-chromium.ts";

const found = await findChromium((line) => process.stdout.write(`${line}\n`));
if (!found.ok) process.stdout.write(`Left out, for want of a Chromium: pictures beside copies. ${found.error}\n`);
const site = new CaptureSite();
const chromium = found.ok ? found.value : null;
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

type Tools = { readonly chromium?: string | null; readonly wayback?: string | null };

function make(captureId: string, tools: Tools, { actor, ...rest }: Context = checker) {
  const context = { ...rest, deskId: actor.deskId, signal: new AbortController().signal };
  const both = { chromium: null, wayback: null, ...tools };
  return makeCaptureAssets({ ...context, tools: both }, { deskId: actor.deskId, captureId });
}

async function fetched(): Promise<string> {
  const id = uuidv7();
  const sourceId = await capturedSource(checker, site.address(`/${id}`));
  good(await captureSource(checker, { id, sourceId, address: "", evidenceId: null }));
  return id;
}

async function uploaded(fileName: string, contentType: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const id = uuidv7();
  const sourceId = await capturedSource(checker, "");
  good(await uploadCapture(checker, { id, sourceId, evidenceId: null, bytes, fileName, contentType }));
  return id;
}

describe.skipIf(chromium === null)("pictures", () => {
  test("are made once, from the kept bytes, however often the job runs, and are there to download", async () => {
    const id = await fetched();
    site.requests = [];
    expect(good(await make(id, { chromium }))).toEqual(["screenshot", "pdf"]);
    expect(site.requests).toEqual([]);
    expect(good(await make(id, { chromium }))).toEqual([]);
    const { assets } = good(await capturePage(checker, id));
    expect(assets.map(({ kind }) => kind).toSorted()).toEqual(["pdf", "screenshot"]);
    const picture = good(await assetBytes(checker, { captureId: id, kind: "screenshot" }));
    expect(Buffer.from(picture.bytes.slice(1, 4)).toString()).toBe("PNG");
    expect(picture.mediaType).toBe("image/png");
  });

  test("of two workers at once, one notes its own; after a kill half-way the rest is made", async () => {
    const id = await fetched();
    await Promise.all([make(id, { chromium }), make(id, { chromium })]);
    expect(await fresh.db.captureAsset.count({ where: { captureId: id } })).toBe(2);
    const half = await fetched();
    let puts = 0;
    const killed: Context = {
      ...checker,
      blobs: {
        ...checker.blobs,
        put: async (bytes) => {
          puts += 1;
          if (puts === 2) throw new Error("killed here");
          return await checker.blobs.put(bytes);
        },
      },
    };
    await expect(make(half, { chromium }, killed)).rejects.toThrow("killed here");
    expect(good(await make(half, { chromium }))).toEqual(["pdf"]);
    expect(await fresh.db.captureAsset.count({ where: { captureId: half } })).toBe(2);
  });

  test("are not made of documents and images", async () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0);
    for (const id of [
      await uploaded("a.png", "image/png", png),
      await uploaded("a.pdf", "application/pdf", Buffer.from("%PDF-1.4 nothing")),
      await uploaded("a.txt", "text/plain", Buffer.from("Words of a text.")),
    ])
      expect(good(await make(id, { chromium }))).toEqual([]);
    const saved = await uploaded("saved.html", "text/html", Buffer.from(page));
    expect(good(await make(saved, { chromium }))).toEqual(["screenshot", "pdf"]);
  });

  test("wait for a store that is out of reach or lost the bytes, and for a browser that runs", async () => {
    const id = await fetched();
    const put = () => Promise.reject(Object.assign(new Error("no"), { code: "ENOSPC" }));
    await expect(make(id, { chromium }, { ...checker, blobs: { ...checker.blobs, put } })).rejects.toThrow(/is full/);
    const get = async () => "damaged" as const;
    const lost = make(id, { chromium }, { ...checker, blobs: { ...checker.blobs, get } });
    await expect(lost).rejects.toThrow("No picture was made: the bytes of the copy are damaged.");
    await expect(make(id, { chromium: "/nowhere/chromium" })).rejects.toBeInstanceOf(JobProblem);
    expect(await fresh.db.captureAsset.count({ where: { captureId: id } })).toBe(0);
  });
});

test("a web archive is asked once for a public page that was fetched, and for nothing else", async () => {
  const id = await fetched();
  const wayback = site.address("/save/");
  expect(good(await make(id, { wayback }))).toEqual([]);
  // As if it had been fetched from the web: the archive is told of the address that was asked for.
  const address = "https://harbour.example/accounts";
  const open = uuidv7();
  const { sourceId, sha256 } = await fresh.db.capture.findFirstOrThrow({ where: { id } });
  const row = { deskId: desk.deskId, sourceId, sha256, mediaType: "text/html", byteLength: 1, text: "", address };
  const how = { requested: address, obtainedBy: "fetched", obtainedAt: new Date() };
  await fresh.db.capture.create({ data: { ...row, ...how, id: open } });
  const sent = uuidv7();
  await fresh.db.capture.create({ data: { ...row, ...how, id: sent, obtainedBy: "sent from a browser" } });
  site.requests = [];
  expect(good(await make(sent, { wayback }))).toEqual([]);
  expect(site.requests).toEqual([]);

  site.answer = (_, response) => response.writeHead(503, html).end();
  await expect(make(open, { wayback })).rejects.toThrow(/The web archive made no copy/);
  site.answer = (_, response) => response.writeHead(200, { ...html, "content-location": "/web/2026/x" }).end("kept");
  expect(good(await make(open, { wayback }))).toEqual(["wayback"]);
  expect(good(await make(open, { wayback }))).toEqual([]);
  expect(site.requests).toEqual([`/save/${address}`, `/save/${address}`]);
  const { assets } = good(await capturePage(checker, open));
  expect(assets).toMatchObject([{ kind: "wayback", address: site.address("/web/2026/x") }]);
  const onRecord = { where: { subjectId: open, action: "capture.asset", actorId: null } };
  expect(await fresh.db.auditEntry.count(onRecord)).toBe(1);
  expect((await verifyAudit(fresh.db, desk.deskId)).problems).toEqual([]);
  expect(refusal(await assetBytes(checker, { captureId: open, kind: "wayback" }))).toBe("not-found");
});

test("nothing configured, nothing made, and nothing asked", async () => {
  const id = await fetched();
  site.requests = [];
  expect(good(await make(id, {}))).toEqual([]);
  expect(site.requests).toEqual([]);
});
