import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mayTellOutside, submitToWayback } from "#lib/server/outside/wayback.ts";
import { html, LoopbackSite } from "./loopback-site.ts";

const archive = new LoopbackSite();
const page = "https://harbour.example/accounts?year=2025&part=1";
let asked: string[] = [];
beforeAll(() => archive.open());
afterAll(() => archive.close());
beforeEach(() => {
  asked = [];
});

const policy = () => archive.policy({ allowedHosts: [`127.0.0.1:${archive.port}`] });
const endpoint = () => `http://127.0.0.1:${archive.port}/save/`;
const submit = (signal = new AbortController().signal) =>
  submitToWayback(page, { endpoint: endpoint(), policy: policy(), signal });

test.each([
  ["Content-Location", { "content-location": "/web/20260612/x" }, 200],
  ["Location without a redirect", { location: "/web/20260612/x" }, 201],
  ["where it led to", { location: "/web/20260612/x" }, 302],
] as const)("the archive's copy is named by %s", async (_, header, status) => {
  archive.answer = ({ url = "" }, response) => {
    asked.push(url);
    if (url.startsWith("/save/")) response.writeHead(status, { ...html, ...header }).end("kept");
    else response.writeHead(200, html).end("kept");
  };
  expect(await submit()).toEqual({ ok: true, value: `http://127.0.0.1:${archive.port}/web/20260612/x` });
  expect(asked[0]).toBe(`/save/${page}`);
});

test("an archive that names no copy, names one elsewhere, or refuses, has made none", async () => {
  archive.answer = (_, response) => response.writeHead(200, html).end("Please wait.");
  expect(await submit()).toMatchObject({ error: { kind: "bad-answer" } });
  archive.answer = (_, response) =>
    response.writeHead(200, { ...html, "content-location": "https://else.example/x" }).end();
  expect(await submit()).toMatchObject({ error: { kind: "bad-answer" } });
  archive.answer = (_, response) => response.writeHead(302, { location: "http://127.0.0.1:9/inside" }).end();
  expect((await submit()).ok).toBe(false);
  archive.answer = (_, response) => response.writeHead(429).end();
  expect(await submit()).toMatchObject({ error: { kind: "status", status: 429 } });
  archive.answer = () => undefined;
  expect(await submit(AbortSignal.timeout(200))).toMatchObject({ error: { kind: "cancelled" } });
});

test("no archive is told of what only this network has", () => {
  expect(mayTellOutside(page, policy())).toBe(true);
  for (const address of [
    "http://intranet/",
    "http://10.0.0.8/",
    "http://[fd00::5]/",
    "https://harbour.example:8443/",
    "https://me:pass@harbour.example/",
    "ftp://harbour.example/",
    "",
    "no address",
  ])
    expect(mayTellOutside(address, policy())).toBe(false);
  expect(mayTellOutside(page, { ...policy(), allowedHosts: ["harbour.example:443"] })).toBe(false);
});
