import { createServer } from "node:http";
import { inflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FetchPolicy } from "#lib/server/outside/fetch-policy.ts";
import { type PictureLimits, pagePictures } from "#lib/server/outside/page-pictures.ts";
import { findChromium } from "../../scripts/test-chromium.ts";
import { html, LoopbackSite, listen } from "./loopback-site.ts";

const found = await findChromium((line) => process.stdout.write(`${line}\n`));
if (!found.ok) process.stdout.write(`Left out, for want of a Chromium: pictures of pages. ${found.error}\n`);
const path = found.ok ? found.value : "";

/** One that the policy allows, and one on this machine that it does not: whoever comes there came through. */
const site = new LoopbackSite();
let insideHits: string[] = [];
const inside = createServer((request, response) => {
  insideHits.push(request.url ?? "");
  response.end("secret");
});
inside.on("connection", () => insideHits.push("connected"));
let insidePort = 0;
beforeAll(async () => {
  await site.open();
  insidePort = await listen(inside);
});
afterAll(() => {
  site.close();
  inside.close();
});

function policy(): FetchPolicy {
  return { allowedHosts: [`127.0.0.1:${site.port}`], maxBytes: 1_000_000, timeoutMs: 2_000 };
}

const small: PictureLimits = {
  requests: 20,
  bytes: 1_000_000,
  oneBytes: 500_000,
  loadMs: 3_000,
  wholeMs: 30_000,
  height: 3_000,
};

async function drawn(body: string, changes: { limits?: Partial<PictureLimits>; address?: string } = {}) {
  const page = {
    bytes: new TextEncoder().encode(body),
    mediaType: "text/html; charset=utf-8",
    address: changes.address ?? `http://127.0.0.1:${site.port}/page`,
  };
  const limits = { ...small, ...changes.limits };
  const signal = new AbortController().signal;
  const made = await pagePictures(page, { chromium: path, policy: policy(), signal, limits });
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

/** Width and height, and the colour of the first pixel: the first row of a PNG has no row above to differ from. */
function looks(png: Uint8Array) {
  const bytes = Buffer.from(png);
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const pixels = inflateSync(Buffer.concat(parts));
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), colour: [...pixels.subarray(1, 4)] };
}

describe.skipIf(!found.ok)("pictures of a page", () => {
  test("are drawn from the kept bytes, with the style sheet that may be fetched, at most so high", async () => {
    site.answer = (request, response) => {
      if (request.url === "/style.css") {
        response.writeHead(200, { "content-type": "text/css" });
        response.end("@import '/more.css'; html { background: rgb(10, 20, 30) }");
      } else response.writeHead(200, { "content-type": "text/css" }).end("body { height: 9000px }");
    };
    const { screenshot, pdf } = await drawn("<!doctype html><link rel=stylesheet href=/style.css><h1>Accounts</h1>");
    expect(looks(screenshot)).toEqual({ width: 1280, height: 3000, colour: [10, 20, 30] });
    expect(Buffer.from(pdf).toString("latin1", 0, 5)).toBe("%PDF-");
    expect(site.requests.length).toBe(2);
    expect(site.requests.every(({ cookie, referer }) => cookie === undefined && referer === undefined)).toBe(true);
  });

  test("reach nothing that a fetch may not, by any way that a page knows, and run no script", async () => {
    site.requests = [];
    insideHits = [];
    const secret = `127.0.0.1:${insidePort}`;
    site.answer = (request, response) => {
      if (request.url === "/hop") response.writeHead(302, { location: `http://${secret}/hop` }).end();
      else if (request.url === "/frame") response.writeHead(200, html).end(`<img src="http://${secret}/in-frame">`);
      else if (request.url === "/style.css") {
        const sheet = `@import "http://${secret}/import.css"; @font-face { font-family: x; src: url("http://${secret}/font") }
          body { font-family: x; background: rgb(1, 2, 3) url("http://${secret}/background") }`;
        response.writeHead(200, { "content-type": "text/css" }).end(sheet);
      } else response.writeHead(404).end();
    };
    const { screenshot } = await drawn(`<!doctype html><html><head>
      <base href="http://127.0.0.1:${site.port}/">
      <meta http-equiv="refresh" content="0;url=http://${secret}/refresh">
      <link rel="preconnect" href="http://${secret}/"><link rel="dns-prefetch" href="http://${secret}/">
      <link rel="prefetch" href="http://${secret}/prefetch"><link rel="preload" as="image" href="http://${secret}/preload">
      <link rel="prerender" href="http://${secret}/prerender"><link rel="manifest" href="http://${secret}/manifest">
      <link rel="icon" href="http://${secret}/icon"><link rel="stylesheet" href="http://${secret}/sheet.css">
      <link rel="stylesheet" href="/style.css">
      <script type="speculationrules">{"prefetch":[{"urls":["http://${secret}/speculation"]}]}</script>
      <script src="http://${secret}/script.js"></script>
      <script>document.documentElement.innerHTML = "<body style='background:red'>";
        new WebSocket("ws://${secret}/socket"); fetch("http://${secret}/fetch"); navigator.sendBeacon("http://${secret}/b");
        new RTCPeerConnection({ iceServers: [{ urls: "stun:${secret}" }] }).createDataChannel("x");</script>
      </head><body onload="document.body.style.background='red'">words
      <img src="http://${secret}/img"><img src="/hop"><img srcset="http://localhost:${insidePort}/set 1x">
      <img src="http://[::1]:${insidePort}/six"><img src="http://0.0.0.0:${insidePort}/zero"><img src="file:///etc/passwd">
      <iframe src="http://${secret}/frame"></iframe><iframe src="/frame"></iframe><iframe src="file:///etc/passwd"></iframe>
      <iframe srcdoc="<img src='http://${secret}/srcdoc'>"></iframe><iframe src="data:text/html,<img src='http://${secret}/data'>"></iframe>
      <object data="http://${secret}/object"></object><embed src="http://${secret}/embed">
      <video src="http://${secret}/video" autoplay poster="http://${secret}/poster"></video><audio src="http://${secret}/audio"></audio>
      <svg><image href="http://${secret}/svg"/><use href="http://${secret}/use#a"/></svg>
      <input type="image" src="http://${secret}/input"><table background="http://${secret}/table"></table>
      <a ping="http://${secret}/ping" href="http://${secret}/link">link</a></body></html>`);
    expect(insideHits).toEqual([]);
    expect(looks(screenshot).colour).toEqual([1, 2, 3]);
    expect(site.requests.length).toBeLessThan(4);
  });

  test("of a file load nothing at all", async () => {
    site.requests = [];
    await drawn(`<img src="http://127.0.0.1:${site.port}/pixel"><p>words`, { address: "" });
    expect(site.requests).toEqual([]);
  });

  test("take so many requests, bytes and seconds and no more", async () => {
    site.requests = [];
    site.answer = (request, response) => {
      if (request.url?.startsWith("/slow")) return;
      response.writeHead(200, { "content-type": "image/png" }).end(Buffer.alloc(400_000));
    };
    const many = Array.from({ length: 60 }, (_, at) => `<img src="/${at}.png">`).join("");
    await drawn(`<!doctype html>${many}`);
    // Six at a time, until a million bytes have come.
    expect(site.requests.length).toBeLessThanOrEqual(8);
    site.requests = [];
    const began = Date.now();
    const slow = Array.from({ length: 60 }, (_, at) => `<img src="/slow-${at}">`).join("");
    await drawn(`<!doctype html>${slow}`, { limits: { loadMs: 1_000 } });
    expect(site.requests.length).toBeLessThanOrEqual(20);
    expect(Date.now() - began).toBeLessThan(25_000);
  });

  test("that take too long, or have no browser, are a sentence", async () => {
    const page = { bytes: new TextEncoder().encode("<p>words"), mediaType: "text/html", address: "" };
    const { signal } = new AbortController();
    const limits = { ...small, wholeMs: 1 };
    const late = await pagePictures(page, { chromium: path, policy: policy(), signal, limits });
    expect(late).toMatchObject({ error: "The page took too long to be drawn." });
    const none = await pagePictures(page, { chromium: "/nowhere/chromium", policy: policy(), signal });
    expect(none.ok ? "" : none.error).toMatch(/could not draw the page/);
    const stopped = await pagePictures(page, { chromium: path, policy: policy(), signal: AbortSignal.abort() });
    expect(stopped.ok ? "" : stopped.error).toMatch(/worker was stopped/);
  });
});
