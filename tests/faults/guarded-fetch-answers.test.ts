import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { createServer as createTcpServer } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { guardedFetch } from "#lib/server/outside/guarded-fetch.ts";
import { html, LoopbackSite, listen, toLoopback } from "#tests/faults/loopback-site.ts";

const site = new LoopbackSite();
beforeAll(() => site.open());
afterAll(() => site.close());
beforeEach(() => {
  site.requests = [];
  site.answer = (_, response) => response.writeHead(200, html).end("<p>Inside.</p>");
});

describe("answers built to exhaust", () => {
  const endless = (chunk: Buffer, everyMs: number) => (response: ServerResponse) => {
    const timer = setInterval(() => response.write(chunk), everyMs);
    response.on("close", () => clearInterval(timer));
  };

  test("one byte at a time runs out of time", async () => {
    site.answer = (_, response) => endless(Buffer.from("x"), 20)(response.writeHead(200, html));
    const begun = performance.now();
    expect(await site.problemAt(site.page(), { timeoutMs: 400 })).toBe("timeout");
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  test("headers that never end run out of time", async () => {
    const sockets: Socket[] = [];
    const slow = createTcpServer((socket) => {
      sockets.push(socket);
      socket.write("HTTP/1.1 200 OK\r\n");
      const timer = setInterval(() => socket.write("x: y\r\n"), 50);
      socket.on("close", () => clearInterval(timer)).on("error", () => socket.destroy());
    });
    const slowPort = await listen(slow);
    const allowedHosts = [`inside.example:${slowPort}`];
    expect(await site.problemAt(`http://inside.example:${slowPort}/`, { timeoutMs: 400, allowedHosts })).toBe(
      "timeout",
    );
    for (const socket of sockets) socket.destroy();
    slow.close();
  });

  test("silence and a name that never resolves run out of time", async () => {
    site.answer = () => undefined;
    expect(await site.problemAt(site.page(), { timeoutMs: 400 })).toBe("timeout");
    const resolve = () => new Promise<never>(() => undefined);
    const result = await guardedFetch("http://slow.example/", site.policy({ timeoutMs: 400 }), { resolve });
    expect(result).toEqual({ ok: false, error: { kind: "timeout" } });
  });

  test("the clock that runs on after a fetch harms nobody", async () => {
    expect(await site.problemAt(site.page(), { timeoutMs: 150 })).toBe("fetched");
    expect(await site.problemAt("no address", { timeoutMs: 150 })).toBe("bad-address");
    await new Promise((resolve) => setTimeout(resolve, 300));
  });

  test("an endless body is cut off", async () => {
    site.answer = (_, response) => endless(Buffer.alloc(50_000, "x"), 1)(response.writeHead(200, html));
    expect(await site.problemAt(site.page())).toBe("too-large");
  });

  test("a body that announces its size is not begun", async () => {
    site.answer = (_, response) => response.writeHead(200, { ...html, "content-length": 100_001 }).flushHeaders();
    expect(await site.problemAt(site.page())).toBe("too-large");
  });

  test.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
  ])("a %s bomb is cut off", async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(50_000_000));
    site.answer = (_, response) => response.writeHead(200, { ...html, "content-encoding": encoding }).end(bomb);
    expect(bomb.byteLength).toBeLessThan(100_000);
    expect(await site.problemAt(site.page())).toBe("too-large");
  });

  test("compressed data that never come out are cut off too", async () => {
    site.answer = (_, response) => {
      response.writeHead(200, { ...html, "content-encoding": "gzip" }).write(gzipSync("x").subarray(0, 10));
      endless(Buffer.from([0, 0, 0, 0xff, 0xff].concat(Array(49_995).fill(0))), 1)(response);
    };
    expect(["too-large", "bad-answer"]).toContain(await site.problemAt(site.page()));
  });

  test.each([
    [
      "too many headers",
      Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`x-${index}`, "y"])),
      "bad-answer",
    ],
    ["headers too large", { "x-large": "y".repeat(40_000) }, "bad-answer"],
    ["an unknown compression", { "content-encoding": "zstd" }, "bad-answer"],
    ["a false compression", { "content-encoding": "gzip" }, "bad-answer"],
    ["a picture", { "content-type": "image/png" }, "content-type"],
    ["no type", { "content-type": "" }, "content-type"],
  ])("%s", async (_, headers, kind) => {
    site.answer = (_request, response) => response.writeHead(200, { ...html, ...headers }).end("x");
    expect(await site.problemAt(site.page())).toBe(kind);
  });

  test.each([304, 401, 403, 404, 429, 500, 503])("the status %i is a problem of its own", async (status) => {
    site.answer = (_, response) => response.writeHead(status, html).end();
    const result = await guardedFetch(site.page(), site.policy(), { resolve: toLoopback });
    expect(result).toEqual({ ok: false, error: { kind: "status", status } });
  });

  test("the asker can cancel", async () => {
    site.answer = () => undefined;
    const result = await guardedFetch(site.page(), site.policy(), {
      resolve: toLoopback,
      signal: AbortSignal.timeout(100),
    });
    expect(result).toEqual({ ok: false, error: { kind: "cancelled" } });
  });
});
