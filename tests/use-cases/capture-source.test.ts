import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Context } from "#lib/server/context.ts";
import { BlobStoreProblem } from "#lib/server/outside/blob-problem.ts";
import { captureBytes } from "#lib/server/queries/capture-bytes.ts";
import { capturePage } from "#lib/server/queries/capture-page.ts";
import { captureSearch } from "#lib/server/queries/capture-search.ts";
import { captureWarc } from "#lib/server/queries/capture-warc.ts";
import { capturesOfSource } from "#lib/server/queries/captures-of-source.ts";
import { captureSource } from "#lib/server/use-cases/capture-source.ts";
import { uploadCapture } from "#lib/server/use-cases/upload-capture.ts";
import { CaptureSite, html, page } from "#tests/support/capture-site.ts";
import { capturedSource } from "#tests/support/captured.ts";
import { good, makeDesk, refusal, type TestDesk } from "#tests/support/desk.ts";
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

const ask = (sourceId: string, address = "") => ({ id: uuidv7(), sourceId, address, evidenceId: null });

describe("a copy of a source's address", () => {
  test("keeps bytes, headers, redirects, words, time and way, and is watched", async () => {
    const begin = site.address("/old");
    const sourceId = await capturedSource(checker, begin);
    site.answer = (request, response) => {
      if (request.url === "/old") response.writeHead(301, { location: "/new", "x-why": "moved" }).end();
      else response.writeHead(200, { ...html, "set-cookie": ["a=b", "c=d"] }).end(page);
    };
    const asked = ask(sourceId);
    expect(good(await captureSource(checker, asked))).toEqual({ id: asked.id, unbound: "" });
    const row = await fresh.db.capture.findFirstOrThrow({ where: { id: asked.id } });
    const sha256 = createHash("sha256").update(page).digest("hex");
    expect(row).toMatchObject({ sha256, byteLength: Buffer.byteLength(page), status: 200, obtainedBy: "fetched" });
    expect(row).toMatchObject({ requested: begin, address: site.address("/new"), format: "html", unread: "" });
    expect(row.textDigest).toBe(createHash("sha256").update(row.text).digest("hex"));
    expect(JSON.stringify(row.headers)).toContain('["set-cookie","a=b"],["set-cookie","c=d"]');
    expect(row.redirects).toMatchObject([{ address: begin, status: 301 }]);
    expect(JSON.stringify(row.redirects)).toContain('["x-why","moved"]');
    const watch = await fresh.db.watch.findFirstOrThrow({ where: { sourceId } });
    expect(watch).toMatchObject({ captureId: asked.id, address: begin, state: "alive", host: new URL(begin).host });
    expect(watch.nextAt.getTime()).toBeGreaterThan(checker.now.getTime());
    const [entry] = await fresh.db.auditEntry.findMany({ where: { subjectId: asked.id } });
    expect(entry).toMatchObject({ action: "capture.make", actorId: checker.actor.memberId });

    const view = good(await capturePage(desk.as("viewer"), asked.id));
    expect(view).toMatchObject({ bytes: "whole", redirects: [begin], status: 200, mayQuote: false, newer: null });
    expect(view.title).toBe("Annual accounts 2025");
    for (const words of ["Annual accounts 2025", "2025\t1 913 406", "Sidebar: the ferry was 41 minutes late"]) {
      expect(view.text).toContain(words);
    }
    expect(view.text.indexOf("Sidebar")).toBeGreaterThan(view.text.indexOf("212 passengers"));
    const file = good(await captureBytes(desk.as("viewer"), asked.id));
    expect(Buffer.from(file.bytes).toString()).toBe(page);
    expect(good(await captureWarc(desk.as("viewer"), asked.id)).bytes).toBeInstanceOf(Uint8Array);
  });

  test("is made once: sent twice, at once, and again when the site says something else", async () => {
    const sourceId = await capturedSource(checker, site.address("/once"));
    const asked = ask(sourceId);
    const both = await Promise.all([captureSource(checker, asked), captureSource(checker, asked)]);
    expect(both.map(refusal)).toEqual(["ok", "ok"]);
    site.answer = (_, response) => response.writeHead(500).end();
    expect(refusal(await captureSource(checker, asked))).toBe("ok");
    expect(await fresh.db.capture.count({ where: { sourceId } })).toBe(1);
    expect(await fresh.db.watch.count({ where: { sourceId } })).toBe(1);
    const elsewhere = await capturedSource(checker, site.address("/other"));
    expect(refusal(await captureSource(checker, { ...asked, sourceId: elsewhere }))).toBe("not-found");
  });

  test("leaves an older one as it is, and says that there is a newer one", async () => {
    const sourceId = await capturedSource(checker, site.address("/again"));
    const [first, second] = [ask(sourceId), ask(sourceId)];
    good(await captureSource(checker, first));
    site.answer = (_, response) => response.writeHead(200, html).end(page.replace("two boats", "three boats"));
    good(await captureSource({ ...checker, now: new Date(checker.now.getTime() + 60_000) }, second));
    const older = good(await capturePage(checker, first.id));
    expect(older.newer?.id).toBe(second.id);
    expect(older.text).toContain("two boats");
    expect(good(await capturesOfSource(checker, sourceId)).map(({ id }) => id)).toEqual([second.id, first.id]);
    expect((await fresh.db.watch.findFirstOrThrow({ where: { sourceId } })).captureId).toBe(second.id);
    expect(await fresh.sql(`UPDATE "Capture" SET text = 'x' WHERE id = $1`, [first.id])).toMatch(/42501|ST003/);
  });

  test("of a given address: the first of a source that has none, and no other page's", async () => {
    const bare = await capturedSource(checker, "");
    expect(refusal(await captureSource(checker, ask(bare)))).toBe("invalid");
    good(await captureSource(checker, ask(bare, site.address("/mine"))));
    expect((await fresh.db.source.findFirstOrThrow({ where: { id: bare } })).address).toBe(site.address("/mine"));
    expect(refusal(await captureSource(checker, ask(bare, site.address("/theirs"))))).toBe("invalid");
    good(await captureSource(checker, ask(bare, `${site.address("/mine")}?utm_source=x#part`)));
    expect(refusal(await captureSource(desk.as("viewer"), ask(bare)))).toBe("forbidden");
    expect(refusal(await captureSource(desk.as("checker"), ask(bare)))).toBe("invalid");
    expect(refusal(await captureSource(checker, ask(uuidv7())))).toBe("not-found");
  });

  test("keeps what cannot be read: a picture, a broken file, nothing; an error page is no copy", async () => {
    const sourceId = await capturedSource(checker, site.address("/picture"));
    const bodies = [Buffer.from("\x89PNG\r\n\x1a\n\0\0", "latin1"), Buffer.from("%PDF-1.7\nbroken"), Buffer.alloc(0)];
    for (const body of bodies) {
      site.answer = (_, response) => response.writeHead(200, { "content-type": "image/png" }).end(body);
      const asked = ask(sourceId);
      good(await captureSource(checker, asked));
      const view = good(await capturePage(checker, asked.id));
      expect(view).toMatchObject({ text: "", hasText: false, bytes: "whole", mayQuote: false });
      expect(view.unread).not.toBe("");
    }
    site.answer = (_, response) => response.writeHead(404, html).end(page);
    expect(refusal(await captureSource(checker, ask(sourceId)))).toBe("invalid");
    expect(await fresh.db.capture.count({ where: { sourceId } })).toBe(3);
  });
});

describe("a store in trouble", () => {
  const codes = [
    [Object.assign(new Error("no space"), { code: "ENOSPC" }), "blobs-full"],
    [Object.assign(new Error("read-only"), { code: "EROFS" }), "blobs-unreachable"],
    [Object.assign(new Error("denied"), { code: "EACCES" }), "blobs-unreachable"],
    [new BlobStoreProblem("unreachable", "S3 does not answer."), "blobs-unreachable"],
    [new BlobStoreProblem("full", "The quota is used up."), "blobs-full"],
  ] as const;

  test.each(codes)("%s is said, and nothing is kept half", async (error, rule) => {
    const sourceId = await capturedSource(checker, site.address("/full"));
    const blobs = { ...checker.blobs, put: () => Promise.reject(error) };
    const asked = ask(sourceId);
    expect(refusal(await captureSource({ ...checker, blobs }, asked))).toBe(rule);
    expect(await fresh.db.capture.count({ where: { sourceId } })).toBe(0);
    expect(await fresh.db.watch.count({ where: { sourceId } })).toBe(0);
    good(await captureSource(checker, asked));
  });

  test("whatever else it throws is a bug", async () => {
    const sourceId = await capturedSource(checker, site.address("/bug"));
    const blobs = { ...checker.blobs, put: () => Promise.reject(new TypeError("a bug")) };
    await expect(captureSource({ ...checker, blobs }, ask(sourceId))).rejects.toThrow("a bug");
  });

  test("bytes that changed, are gone or out of reach are named and never given out", async () => {
    const sourceId = await capturedSource(checker, site.address("/lost"));
    const asked = ask(sourceId);
    good(await captureSource(checker, asked));
    const gets = {
      damaged: async () => "damaged" as const,
      missing: async () => null,
      unreachable: () => Promise.reject(Object.assign(new Error("gone"), { code: "EIO" })),
    };
    for (const [state, get] of Object.entries(gets)) {
      const context = { ...checker, blobs: { ...checker.blobs, get } };
      expect(good(await captureBytes(context, asked.id)).bytes).toBe(state);
      expect(good(await captureWarc(context, asked.id)).bytes).toBe(state);
      const view = good(await capturePage(context, asked.id));
      expect(view.bytes).toBe(state);
      expect(view.text).toContain("two boats");
    }
  });
});

describe("an uploaded file", () => {
  test("of any kind is kept once; a transcript can be read", async () => {
    const sourceId = await capturedSource(checker, "");
    const bytes = new TextEncoder().encode("WEBVTT\n\n00:01:22.000 --> 00:01:25.000\nWe lost two million crowns.\n");
    const file = {
      id: uuidv7(),
      sourceId,
      evidenceId: null,
      bytes,
      fileName: "talk\u0000.vtt",
      contentType: "text/vtt",
    };
    good(await uploadCapture(checker, file));
    good(await uploadCapture(checker, file));
    const view = good(await capturePage(checker, file.id));
    expect(view).toMatchObject({ fileName: "talk.vtt", obtainedBy: "uploaded", address: "", status: null });
    expect(view.text).toContain("two million crowns");
    expect(await fresh.db.watch.count({ where: { sourceId } })).toBe(0);
    expect(await fresh.db.capture.count({ where: { sourceId } })).toBe(1);
    expect(refusal(await uploadCapture(desk.as("viewer"), { ...file, id: uuidv7() }))).toBe("forbidden");
  });
});

describe("the words of copies", () => {
  test("are found, in any script, with some words around them, page by page", async () => {
    const own = (await makeDesk(fresh.db)).as("checker");
    const upload = async (text: string) => {
      const sourceId = await capturedSource(own, "");
      const bytes = new TextEncoder().encode(text);
      const file = { id: uuidv7(), sourceId, evidenceId: null, bytes, fileName: "a.txt", contentType: "text/plain" };
      return good(await uploadCapture(own, file)).id;
    };
    const english = await upload(
      "The Größe of the harbour’s loss was 1.9 million crowns in the year.\n\nAnother paragraph.",
    );
    const chinese = await upload("港務局說，去年的虧損為一百九十萬克朗。環境保護是重要的。");
    const long = await upload(`${"Word after word stands here. ".repeat(9_000)}\n\nThe needle is at the end.`);
    const search = async (words: string) =>
      (await captureSearch(own, { words, page: 0 })).found.map(({ capture }) => capture.id);
    expect(await search("HARBOUR loss")).toEqual([english]);
    expect(await search("grösse")).toEqual([]);
    expect(await search("größe")).toEqual([english]);
    expect(await search('"1.9 million"')).toEqual([english]);
    expect(await search('"million loss"')).toEqual([]);
    expect(await search("環境保護")).toEqual([chinese]);
    expect(await search("境保境")).toEqual([]);
    expect(await search("needle -harbour")).toEqual([long]);
    expect((await search("needle or harbour")).toSorted()).toEqual([english, long].toSorted());
    expect(await search(" \u0000 !!! ' & | :* ")).toEqual([]);
    const [hit] = (await captureSearch(own, { words: "needle", page: 0 })).found;
    const [mark] = hit?.snippet.marks ?? [];
    expect(hit?.snippet.text.slice(mark?.start, mark?.end)).toBe("needle");
    expect(
      good(await capturePage(own, long))
        .text.slice(hit?.snippet.start)
        .startsWith(hit?.snippet.text ?? "?"),
    ).toBe(true);
    const letters = Array.from({ length: 0x2_0000 }, (_, at) =>
      at >= 0xd800 && at < 0xe000 ? " " : String.fromCodePoint(at),
    );
    await upload(`Every letter: ${letters.filter((letter) => /[\p{L}\p{M}\p{N}]/u.test(letter)).join(" ")} ŉ'n ⑴ ﷺ.`);
    for (const words of ["ŉ", "⑴", "ﷺ", "'n", "\\", "a' | 'b"]) await search(words);
    for (let at = 0; at < 20; at += 1) await upload(`Common word, text ${at}.`);
    const first = await captureSearch(own, { words: "word", page: 0 });
    expect([first.found.length, first.next]).toEqual([20, 1]);
    expect(await captureSearch(own, { words: "word", page: 1 })).toMatchObject({ next: null });
    expect((await captureSearch(checker, { words: "環境保護", page: 0 })).found).toEqual([]);
  });
});
