import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createSource as sourceSchema } from "#lib/schemas/source.ts";
import type { Context } from "#lib/server/context.ts";
import { fileAnswer } from "#lib/server/file-answer.ts";
import { capturePage } from "#lib/server/queries/capture-page.ts";
import { sourceList } from "#lib/server/queries/source-list.ts";
import { captureSource } from "#lib/server/use-cases/capture-source.ts";
import { createSource } from "#lib/server/use-cases/create-source.ts";
import { editEvidence } from "#lib/server/use-cases/edit-evidence.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { quotePassage } from "#lib/server/use-cases/quote-passage.ts";
import { uploadCapture } from "#lib/server/use-cases/upload-capture.ts";
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
  site.answer = (_, response) => response.writeHead(200, html).end(page);
});

describe("addresses that are as long as they may be", () => {
  // No index of the database takes a row of more than 2,704 bytes.
  const long = randomBytes(3000).toString("base64url").slice(0, 3900);

  test("one that a redirect led to is kept with its copy", async () => {
    const begin = site.address(`/${uuidv7()}`);
    const sourceId = await capturedSource(checker, begin);
    site.answer = (request, response) => {
      if (request.url?.includes(long) === true) response.writeHead(200, html).end(page);
      else response.writeHead(302, { location: `/${long}` }).end();
    };
    const id = uuidv7();
    good(await captureSource(checker, { id, sourceId, address: "", evidenceId: null }));
    expect(good(await capturePage(checker, id)).address).toBe(site.address(`/${long}`));
  });

  test("one of letters that take three bytes may be as long in bytes, and its copies are watched", async () => {
    const letters = Array.from(randomBytes(650), (byte, index) =>
      String.fromCharCode(0x4e00 + byte * 64 + (index % 64)),
    );
    const address = site.address(`/${letters.join("")}`);
    expect(
      sourceSchema.safeParse({ id: uuidv7(), kind: "document", address: address + address.slice(-40) }).success,
    ).toBe(false);
    const input = sourceSchema.parse({ id: uuidv7(), kind: "document", title: "Long", address });
    const { id: sourceId } = good(await createSource(checker, input));
    const id = uuidv7();
    good(await captureSource(checker, { id, sourceId, address: "", evidenceId: null }));
    good(await linkEvidence(checker, { ...evidenceInput(claimId, ""), sourceId, address: "" }));
    expect(await fresh.db.watch.count({ where: { sourceId } })).toBe(1);
  });
});

describe("a passage that is longer than any may be", () => {
  async function longCopy() {
    const sourceId = await capturedSource(checker, "");
    const id = uuidv7();
    const bytes = new TextEncoder().encode("The board bought two boats. ".repeat(2000));
    good(
      await uploadCapture(checker, {
        id,
        sourceId,
        evidenceId: null,
        bytes,
        fileName: "a.txt",
        contentType: "text/plain",
      }),
    );
    return { id, sourceId };
  }

  test("is refused when evidence is linked by its place alone", async () => {
    const { id: captureId, sourceId } = await longCopy();
    const place = { captureId, passageStart: 0, passageEnd: 30_000 };
    expect(refusal(await linkEvidence(checker, { ...evidenceInput(claimId, ""), sourceId, ...place }))).toBe(
      "passage-outside",
    );
  });

  test("is refused when it is quoted", async () => {
    const { id: captureId } = await longCopy();
    const asked = { claimId, captureId, start: 0, end: 30_000, typed: {} };
    expect(refusal(await quotePassage(checker, asked))).toBe("passage-outside");
  });
});

test("evidence that is said to share its own origin is saved as it was sent", async () => {
  const input = evidenceInput(claimId, "");
  good(await linkEvidence(checker, input));
  const { rowVersion } = await fresh.db.evidence.findFirstOrThrow({ where: { id: input.id } });
  good(await editEvidence(checker, { ...input, note: "Looked at again.", sameOriginAs: input.id, rowVersion }));
  expect((await fresh.db.evidence.findFirstOrThrow({ where: { id: input.id } })).note).toBe("Looked at again.");
});

test("a file is downloaded under a name whose letters stand in their order", async () => {
  const fileName = "photo\u202Egpj.exe\r\nx: y";
  const kept = { fileName, mediaType: "text/html", sha256: "0".repeat(64), bytes: new Uint8Array(1) };
  const { headers } = fileAnswer(kept, "The file");
  expect(headers.get("content-disposition")).toBe(
    `attachment; filename="photogpj.exex y"; filename*=UTF-8''photogpj.exex%3A%20y`,
  );
  expect(headers.get("content-type")).toBe("application/octet-stream");
});

test("an uploaded file's name says what it ends with", async () => {
  const id = uuidv7();
  const file = { bytes: new TextEncoder().encode("Two boats."), contentType: "text/plain" };
  const sourceId = await capturedSource(checker, "");
  good(await uploadCapture(checker, { id, sourceId, evidenceId: null, ...file, fileName: "photo\u202Egpj.exe" }));
  expect(good(await capturePage(checker, id)).title).toBe("photogpj.exe");
});

test("a cursor of a day that no calendar of the database has begins the list at its beginning", async () => {
  for (const at of ["+275760-09-13T00:00:00.000Z", "-271821-04-20T00:00:00.000Z", "-000001-01-01T00:00:00.000Z"]) {
    const list = await sourceList(checker, { words: "", kind: null, after: `${at}_${uuidv7()}` });
    expect(list.sources.length >= 0).toBe(true);
  }
});
