import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "#lib/server/context.ts";
import { blobFolder } from "#lib/server/outside/blob-store.ts";
import { s3Store } from "#lib/server/outside/s3-store.ts";
import { uploadCapture } from "#lib/server/use-cases/upload-capture.ts";
import { capturedSource } from "#tests/support/captured.ts";
import { good, makeArticle, makeDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { type S3Server, startS3Server } from "#tests/support/s3-server.ts";

const project = fileURLToPath(new URL("../../", import.meta.url));
const place = mkdtempSync(join(tmpdir(), "stet-kept-"));
const folder = join(place, "blobs");
let fresh: Fresh;
let server: S3Server;
let checker: Context;
const digests: string[] = [];
beforeAll(async () => {
  fresh = await freshDatabase();
  server = await startS3Server();
  for (let desk = 0; desk < 2; desk += 1) {
    checker = { ...(await makeDesk(fresh.db)).as("checker"), blobs: blobFolder(folder) };
    await makeArticle(checker, `The article of desk ${desk}.`);
    const sourceId = await capturedSource(checker, "");
    for (const words of ["one", "two"]) {
      const bytes = new TextEncoder().encode(`Words ${words} of desk ${desk}.`);
      const file = { id: uuidv7(), sourceId, evidenceId: null, bytes, fileName: "a.txt", contentType: "text/plain" };
      good(await uploadCapture(checker, file));
      digests.push((await fresh.db.capture.findFirstOrThrow({ where: { id: file.id } })).sha256);
    }
  }
});
afterAll(async () => {
  await server.stop();
  await fresh.close();
  rmSync(place, { recursive: true, force: true });
});

const s3 = () => ({
  STET_S3_ENDPOINT: server.settings.endpoint,
  STET_S3_BUCKET: server.settings.bucket,
  STET_S3_PREFIX: "desk",
  STET_S3_ACCESS_KEY_ID: server.settings.accessKeyId,
  STET_S3_SECRET_ACCESS_KEY: server.settings.secretAccessKey,
});

function stet(words: string[], settings: Record<string, string> = {}) {
  const desk = { DATABASE_URL: fresh.appUrl, DATABASE_OWNER_URL: fresh.ownerUrl, STET_STATE: join(place, "state") };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["-C", "react-server", "--disable-warning=ExperimentalWarning", "cli/stet.ts", "blobs", ...words],
    { cwd: project, env: { ...process.env, ...desk, STET_BLOBS: folder, ...settings }, encoding: "utf8" },
  );
  const lines = stdout.split("\n").filter((line) => line !== "");
  return { status, lines, stderr };
}

test("every byte of every desk is read; copied to an S3 store it is all there", async () => {
  expect(stet(["verify"])).toMatchObject({ status: 0, lines: ["6 read, 0 missing or damaged"] });
  const empty = stet(["verify", "--json"], s3());
  expect(empty.status).toBe(1);
  expect(empty.lines).toHaveLength(6);
  for (let run = 0; run < 2; run += 1) {
    expect(stet(["copy", folder], s3())).toMatchObject({ status: 0, lines: ["6 copied, 0 missing or damaged"] });
  }
  expect(stet(["verify"], s3()).status).toBe(0);
  expect(await s3Store(server.settings).get(digests[0] ?? "")).toBeInstanceOf(Uint8Array);
});

test("what is missing or damaged is named, one line of JSON each, and ends with 1", () => {
  const worn = join(place, "worn");
  cpSync(folder, worn, { recursive: true });
  const [lost = "", altered = ""] = digests;
  rmSync(join(worn, lost.slice(0, 2), lost));
  writeFileSync(join(worn, altered.slice(0, 2), altered), "Other words.");
  const { status, lines, stderr } = stet(["verify", "--json"], { STET_BLOBS: worn });
  expect(status).toBe(1);
  const faults = lines.map((line): unknown => JSON.parse(line));
  expect(faults).toHaveLength(2);
  expect(faults).toContainEqual(expect.objectContaining({ sha256: lost, state: "missing", kind: "capture" }));
  expect(faults).toContainEqual(expect.objectContaining({ sha256: altered, state: "damaged", kind: "capture" }));
  expect(stderr).toContain("6 read, 2 missing or damaged");
  expect(stet(["copy", worn], s3()).status).toBe(1);
});

test("a store out of reach, settings half set and a folder that is not there are a sentence", async () => {
  const gone = stet(["verify"], { ...s3(), STET_S3_BUCKET: "nowhere" });
  expect(gone.status).toBe(1);
  expect(gone.stderr).toMatch(/The store at \S+ refuses \(404 NoSuchBucket\)/);
  const half = stet(["verify"], { STET_S3_BUCKET: "copies" });
  expect(half.status).toBe(1);
  expect(half.stderr).toMatch(/set STET_S3_ENDPOINT, STET_S3_ACCESS_KEY_ID, STET_S3_SECRET_ACCESS_KEY too/);
  expect(stet(["copy", join(place, "none")], s3()).stderr).toMatch(/There is no folder/);
});
