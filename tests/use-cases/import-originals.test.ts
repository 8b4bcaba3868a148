import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { StageImport } from "#lib/schemas/import.ts";
import type { Context } from "#lib/server/context.ts";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { importPreview } from "#lib/server/queries/import-preview.ts";
import { original } from "#lib/server/queries/original.ts";
import { versionsPage } from "#lib/server/queries/versions-page.ts";
import { addVersion } from "#lib/server/use-cases/add-version.ts";
import { importArticle } from "#lib/server/use-cases/import-article.ts";
import { stageImport } from "#lib/server/use-cases/stage-import.ts";
import { good, makeDesk, refusal, stageDraft, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let desk: TestDesk;
beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
});
afterAll(() => fresh.close());

const details = { title: "T", byline: "", publisher: "", publishedOn: null, address: null, language: null };
const html = "<p>The county spent <b>14 million</b> crowns.</p><script>alert(1)</script>";

async function frozen(context: Context, input: StageImport): Promise<string> {
  good(await stageImport(context, input));
  good(await importArticle(context, { ...details, id: input.id }));
  return good(await articlePage(context, input.id)).version.id;
}

test.each([
  [
    "uploaded",
    {
      way: "file",
      bytes: new TextEncoder().encode(`\uFEFF# T\r\n\r\nA line.`),
      fileName: "a.md",
      contentType: "text/markdown",
    },
    `\uFEFF# T\r\n\r\nA line.`,
  ],
  ["pasted", { way: "paste", text: "The county spent 14 million crowns.", html }, html],
  ["pasted", { way: "paste", text: "Only plain text.", html: "" }, "Only plain text."],
  ["pasted", { way: "paste", text: "Only plain text here.", html: "<div></div>" }, "Only plain text here."],
  [
    "sent from a browser",
    { way: "page", html: `<title>T</title><article>${html}</article>`, address: "https://lantern.example/wall" },
    `<title>T</title><article>${html}</article>`,
  ],
] as const)("what was %s is kept with the version, byte for byte", async (by, way, expected) => {
  const checker = desk.as("checker");
  const versionId = await frozen(checker, { ...way, id: uuidv7() });
  const file = good(await original(desk.as("viewer"), versionId));
  expect(Buffer.from(file.bytes).toString()).toBe(expected);
  expect(file.sha256).toBe(createHash("sha256").update(expected).digest("hex"));
  const row = await fresh.db.original.findFirstOrThrow({ where: { versionId } });
  expect(row).toMatchObject({ obtainedBy: by, byteLength: Buffer.byteLength(expected) });
  expect(row.obtainedById).toBe(checker.actor.memberId);
  expect(await fresh.sql(`UPDATE "Original" SET address = 'x' WHERE "versionId" = $1`, [versionId])).toBe("42501");
});

test("a later version has an original of its own; an edited text has none", async () => {
  const checker = desk.as("checker");
  const articleId = uuidv7();
  await frozen(checker, { way: "paste", id: articleId, text: "First words of it.", html: "" });
  const second = await stageDraft(checker, articleId, "Second words of it.");
  good(await addVersion(checker, { id: second, articleId, latest: 1 }));
  const third = uuidv7();
  good(await stageImport(checker, { way: "edit", id: third, articleId, text: "Third words of it." }));
  good(await addVersion(checker, { id: third, articleId, latest: 2 }));
  const { versions } = good(await versionsPage(checker, articleId));
  const digest = createHash("sha256").update("Second words of it.").digest("hex");
  expect(versions.map((row) => row.original?.sha256 ?? null).slice(0, 2)).toEqual([null, digest]);
  expect(refusal(await original(checker, third))).toBe("not-found");
});

test("another desk's original looks like one that is not there", async () => {
  const versionId = await frozen(desk.as("checker"), { way: "paste", id: uuidv7(), text: "Ours alone.", html: "" });
  const other = await makeDesk(fresh.db);
  expect(refusal(await original(other.as("admin"), versionId))).toBe("not-found");
  expect(refusal(await original(other.as("admin"), uuidv7()))).toBe("not-found");
});

test("what cannot be read leaves nothing: no import, no bytes", async () => {
  const put: string[] = [];
  const checker = desk.as("checker");
  const blobs = { ...checker.blobs, put: async () => `${put.push("put")}` };
  const watched = { ...checker, blobs };
  const id = uuidv7();
  const bytes = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0);
  for (const input of [
    { way: "file", id, bytes, fileName: "a.html", contentType: "text/html" },
    { way: "file", id, bytes: new Uint8Array(), fileName: "", contentType: "" },
    { way: "paste", id, text: " ", html: "" },
    { way: "page", id, html: "<script></script>", address: "https://lantern.example/" },
    { way: "address", id, address: "http://127.0.0.1:9/" },
  ] as const)
    expect(refusal(await stageImport(watched, input))).toBe("invalid");
  expect(put).toEqual([]);
  expect(refusal(await importPreview(checker, id))).toBe("not-found");
  const broken = { ...checker, blobs: { ...checker.blobs, put: () => Promise.reject(new Error("The disk is full.")) } };
  const fine = { way: "paste", id, text: "Fine words.", html: "" } as const;
  await expect(stageImport(broken, fine)).rejects.toThrow("The disk is full.");
  expect(refusal(await importPreview(checker, id))).toBe("not-found");
});
