import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BlobStore, blobFolder } from "#lib/server/outside/blob-store.ts";
import { s3Store } from "#lib/server/outside/s3-store.ts";
import { type S3Server, startS3Server } from "#tests/support/s3-server.ts";

const folder = mkdtempSync(join(tmpdir(), "stet-stores-"));
let server: S3Server;
beforeAll(async () => {
  server = await startS3Server();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const stores: Record<string, { open: () => BlobStore; fileOf: (sha256: string) => string }> = {
  folder: {
    open: () => blobFolder(folder),
    fileOf: (sha256) => join(folder, sha256.slice(0, 2), sha256),
  },
  S3: {
    open: () => s3Store(server.settings),
    fileOf: (sha256) => join(server.folder, "copies", "desk", sha256.slice(0, 2), `${sha256}._S3rver_object`),
  },
};

describe.each(Object.entries(stores))("every store: %s", (_, { open, fileOf }) => {
  test("bytes come back under their SHA-256, the empty and the long ones too", async () => {
    for (const bytes of [randomBytes(3_000_000), new Uint8Array(), Uint8Array.of(0, 255, 10, 13)]) {
      const sha256 = await open().put(bytes);
      expect(sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
      const kept = await open().get(sha256);
      expect(kept instanceof Uint8Array && Buffer.compare(kept, bytes) === 0).toBe(true);
    }
  });

  test("the same bytes at once and again are one blob", async () => {
    const bytes = randomBytes(10_000);
    const names = await Promise.all(Array.from({ length: 6 }, () => open().put(bytes)));
    expect(new Set([...names, await open().put(bytes)]).size).toBe(1);
  });

  test("what was altered behind its back is damaged, and never given out", async () => {
    const sha256 = await open().put(randomBytes(1_000));
    writeFileSync(fileOf(sha256), randomBytes(1_000));
    expect(await open().get(sha256)).toBe("damaged");
  });

  test("what was cut short is whole again when the same bytes are kept again", async () => {
    const bytes = randomBytes(1_000);
    const sha256 = await open().put(bytes);
    truncateSync(fileOf(sha256), 999);
    expect(await open().get(sha256)).toBe("damaged");
    await open().put(bytes);
    expect(await open().get(sha256)).toHaveLength(1_000);
  });

  test("what was lost is not there, and neither is what never was", async () => {
    const sha256 = await open().put(randomBytes(1_000));
    rmSync(fileOf(sha256));
    for (const name of [sha256, "0".repeat(64), "", "../../../etc/passwd", sha256.toUpperCase()])
      expect(await open().get(name)).toBeNull();
  });
});
