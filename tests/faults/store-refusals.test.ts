import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/server/context.ts";
import { type BlobStore, blobFolder } from "#lib/server/outside/blob-store.ts";
import { s3Store } from "#lib/server/outside/s3-store.ts";
import { original } from "#lib/server/queries/original.ts";
import { replyAttachment } from "#lib/server/queries/reply-attachment.ts";
import { askForReply } from "#lib/server/use-cases/ask-for-reply.ts";
import { attachToReply } from "#lib/server/use-cases/attach-to-reply.ts";
import { captureSource } from "#lib/server/use-cases/capture-source.ts";
import { stageAsVersion } from "#lib/server/use-cases/read-again.ts";
import { stageImport } from "#lib/server/use-cases/stage-import.ts";
import { uploadCapture } from "#lib/server/use-cases/upload-capture.ts";
import { CaptureSite, html, page } from "#tests/support/capture-site.ts";
import { capturedSource } from "#tests/support/captured.ts";
import { good, makeArticle, makeClaim, makeDesk, refusal } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { startS3Server } from "#tests/support/s3-server.ts";

const place = mkdtempSync(join(tmpdir(), "stet-refusals-"));
const site = new CaptureSite();
let fresh: Fresh;
let checker: Context;
let requestId = "";
beforeAll(async () => {
  await site.open();
  site.answer = (_, response) => response.writeHead(200, html).end(`${page}<!-- ${"x".repeat(200_000)} -->`);
  fresh = await freshDatabase();
  checker = site.allow((await makeDesk(fresh.db)).as("checker"));
  const { id: claimId } = await makeClaim(checker, await makeArticle(checker), "two boats");
  requestId = uuidv7();
  const words = { askedOf: "Board", contact: "", channel: "email" as const, text: "Which?" };
  good(await askForReply(checker, { ...words, id: requestId, claimId, askedAt: null, deadline: null }));
});
afterAll(async () => {
  site.close();
  await fresh.close();
  if (mayMount) runs("umount", disk);
  rmSync(place, { recursive: true, force: true });
});

/** What a store that cannot keep does to a fetched copy, an uploaded one, an import and an answer; later all is well. */
async function expectRefused(blobs: BlobStore, rule: string): Promise<() => Promise<void>> {
  const context = { ...checker, blobs };
  const sourceId = await capturedSource(checker, site.address("/full"));
  const asked = { id: uuidv7(), sourceId, address: "", evidenceId: null };
  const bytes = randomBytes(200_000);
  const file = { id: uuidv7(), sourceId, evidenceId: null, bytes, fileName: "a.bin", contentType: "" };
  const text = "Words. ".repeat(20_000);
  const paste = { way: "paste", id: uuidv7(), text, html: "" } as const;
  expect(refusal(await captureSource(context, asked))).toBe(rule);
  expect(refusal(await uploadCapture(context, file))).toBe(rule);
  expect(refusal(await stageImport(context, paste))).toBe(rule);
  const answer = { id: uuidv7(), requestId, bytes, fileName: "b.bin", contentType: "" };
  expect(refusal(await attachToReply(context, answer))).toBe(rule);
  expect(await fresh.db.capture.count({ where: { sourceId } })).toBe(0);
  expect(await fresh.db.watch.count({ where: { sourceId } })).toBe(0);
  expect(
    await fresh.db.auditEntry.count({ where: { subjectId: { in: [asked.id, file.id, paste.id, answer.id] } } }),
  ).toBe(0);
  return async () => {
    good(await captureSource(context, asked));
    good(await uploadCapture(context, file));
    good(await stageImport(context, paste));
    good(await attachToReply(context, answer));
    expect(await fresh.db.capture.count({ where: { sourceId } })).toBe(2);
  };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [entry.name] : [],
  );
}

function runs(...[program = "", ...words]: string[]): boolean {
  return spawnSync(program, words, { stdio: "ignore" }).status === 0;
}

/** Says what this machine cannot try, instead of skipping it silently. */
function leftOut(what: string): (name: string, tests: () => void) => void {
  return () => void process.stdout.write(`Left out here: ${what}.\n`);
}

/** A disk of 64 kB, where this process may mount one. */
const disk = join(place, "disk");
mkdirSync(disk);
const mayMount = process.getuid?.() === 0 && runs("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk);

const whereRoot = mayMount ? describe : leftOut("a disk that is full or read-only, which needs the right to mount one");
whereRoot("a disk", () => {
  test("that is full: said, nothing half, and fine when there is room again", async () => {
    const blobs = blobFolder(join(disk, "blobs"));
    const well = await expectRefused(blobs, "blobs-full");
    expect(filesIn(disk)).toEqual([]);
    expect(runs("mount", "-o", "remount,size=8m", disk)).toBe(true);
    await well();
  });

  test("that is read-only", async () => {
    expect(runs("mount", "-o", "remount,ro", disk)).toBe(true);
    await expectRefused(blobFolder(join(disk, "other")), "blobs-unreachable");
    expect(runs("mount", "-o", "remount,rw", disk)).toBe(true);
    expect(filesIn(disk)).not.toContain("other");
  });
});

const limit = (words: string) => runs("prlimit", "--pid", String(process.pid), `--fsize=${words}`);
const whereLimited = limit("unlimited:") ? describe : leftOut("a limit on the size of files, which needs prlimit");
whereLimited("a limit on the size of files", () => {
  test("a file that may not grow is a full store, and leaves no draft", async () => {
    const ignore = () => undefined;
    process.on("SIGXFSZ", ignore);
    const folder = join(place, "limited");
    expect(limit("50000:")).toBe(true);
    const well = await expectRefused(blobFolder(folder), "blobs-full").finally(() => limit("unlimited:"));
    process.off("SIGXFSZ", ignore);
    expect(filesIn(folder)).toEqual([]);
    await well();
  });
});

test("a file in the place of the folder, and a link that leads nowhere, are out of reach", async () => {
  const file = join(place, "file");
  writeFileSync(file, "");
  await expectRefused(blobFolder(file), "blobs-unreachable");
  const link = join(place, "link");
  symlinkSync(join(place, "unplugged", "disk"), link);
  await expectRefused(blobFolder(link), "blobs-unreachable");
});

test("an S3 server that stops is out of reach; what it holds was kept whole", async () => {
  const server = await startS3Server();
  const blobs = s3Store(server.settings, { tries: 2, pauseMs: 5, silenceMs: 500, wholeMs: 2_000 });
  const sourceId = await capturedSource(checker, "");
  const bytes = randomBytes(50_000);
  const file = { id: uuidv7(), sourceId, evidenceId: null, bytes, fileName: "a.bin", contentType: "" };
  good(await uploadCapture({ ...checker, blobs }, file));
  const row = await fresh.db.capture.findFirstOrThrow({ where: { id: file.id } });
  expect(await blobs.get(row.sha256)).toEqual(new Uint8Array(bytes));
  const { version } = await makeArticle({ ...checker, blobs });
  const answer = { id: uuidv7(), requestId, bytes, fileName: "b.bin", contentType: "" };
  good(await attachToReply({ ...checker, blobs }, answer));
  const staged = { way: "paste", id: uuidv7(), text: "Words.", html: "" } as const;
  good(await stageImport({ ...checker, blobs }, staged));
  await server.stop();
  expect(good(await original({ ...checker, blobs }, version.id)).bytes).toBe("unreachable");
  expect(good(await replyAttachment({ ...checker, blobs }, answer.id)).bytes).toBe("unreachable");
  const { id: articleId } = await makeArticle(checker);
  expect(refusal(await stageAsVersion({ ...checker, blobs }, { id: staged.id, articleId }))).toBe("blobs-unreachable");
  await expectRefused(blobs, "blobs-unreachable");
});
