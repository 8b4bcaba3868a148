import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { blobFolder } from "#lib/server/outside/blob-store.ts";

const folder = mkdtempSync(join(tmpdir(), "stet-blobs-"));
const blobs = blobFolder(join(folder, "made", "when", "needed"));
const pathOf = (sha256: string) => join(folder, "made", "when", "needed", sha256.slice(0, 2), sha256);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("bytes lie under their SHA-256 and come back as they were, the empty ones too", async () => {
  for (const bytes of [randomBytes(300_000), new Uint8Array(), Uint8Array.of(0, 255, 10, 13)]) {
    const sha256 = await blobs.put(bytes);
    expect(sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(Buffer.from((await blobs.get(sha256)) ?? "")).toEqual(Buffer.from(bytes));
    expect(statSync(pathOf(sha256)).mode & 0o077).toBe(0);
  }
});

test("kept again, at once or later, nothing is written over and no draft is left", async () => {
  const bytes = randomBytes(50_000);
  const names = await Promise.all(Array.from({ length: 8 }, () => blobs.put(bytes)));
  expect(new Set(names).size).toBe(1);
  const [sha256 = ""] = names;
  const { ino } = statSync(pathOf(sha256));
  await blobs.put(bytes);
  expect(statSync(pathOf(sha256)).ino).toBe(ino);
  expect(readdirSync(join(pathOf(sha256), ".."))).toEqual([sha256]);
});

test("what changed on disk is damaged until the same bytes are kept again; other names lead nowhere", async () => {
  const bytes = randomBytes(1_000);
  const sha256 = await blobs.put(bytes);
  writeFileSync(pathOf(sha256), bytes.subarray(0, 999));
  expect(await blobs.get(sha256)).toBe("damaged");
  await blobs.put(bytes);
  expect(readFileSync(pathOf(sha256)).equals(bytes)).toBe(true);
  for (const name of ["0".repeat(64), "", "../../../etc/passwd", sha256.toUpperCase()])
    expect(await blobs.get(name)).toBeNull();
});

test("a folder that cannot be written to fails, and leaves nothing", async () => {
  writeFileSync(join(folder, "file"), "");
  await expect(blobFolder(join(folder, "file")).put(randomBytes(10))).rejects.toThrow();
});
