import { request } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FrontDoor, openFrontDoor } from "#lib/server/front-door.ts";

let door: FrontDoor;
const seen: Record<string, unknown>[] = [];

async function open(publicUrl?: URL): Promise<void> {
  seen.length = 0;
  door = await openFrontDoor({ mode: "production", host: undefined, port: 0, publicUrl, log: () => {} });
  door.serve(async (incoming, response) => {
    seen.push({ ...incoming.headers });
    if (incoming.url === "/document") response.setHeader("content-security-policy", "sandbox");
    response.end("inside");
  });
}

beforeEach(() => open());
afterEach(() => door.close());

type Answer = { status: number; headers: Record<string, unknown>; body: string };

/** `fetch` does not let a caller choose the Host header. */
function call(headers: Record<string, string>, path = "/", method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: "127.0.0.1", port: door.port, path, headers, method }, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    outgoing.on("error", reject);
    outgoing.end();
  });
}

const nonceIn = (policy: unknown) => /'nonce-([\w-]{24})'/.exec(String(policy))?.[1];

test("answers to this machine's names with the right port, and to no other", async () => {
  for (const name of ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"]) {
    expect(await call({ host: `${name}:${door.port}` })).toMatchObject({ status: 200, body: "inside" });
  }
  for (const host of [`evil.example:${door.port}`, "localhost", "localhost:1", `localhost:${door.port}@evil`]) {
    expect((await call({ host })).status).toBe(421);
  }
  expect(seen).toHaveLength(4);
});

test("answers to the public name too, and believes a proxy only about that name", async () => {
  await door.close();
  await open(new URL("https://desk.example"));
  expect((await call({ host: "desk.example" })).headers["strict-transport-security"]).toBe("max-age=31536000");
  expect((await call({ host: "desk.example:443" })).status).toBe(200);
  expect((await call({ host: "desk.example:80" })).status).toBe(421);
  const local = `localhost:${door.port}`;
  await call({ host: local, "x-forwarded-host": "desk.example" });
  await call({ host: local, "x-forwarded-host": "evil.example" });
  expect(seen.slice(-2).map((headers) => headers["x-forwarded-host"])).toEqual(["desk.example", local]);
});

test("says itself what a client may not say", async () => {
  await call({
    host: `localhost:${door.port}`,
    "x-stet-peer": "10.0.0.1",
    "x-stet-user": "admin",
    "x-nonce": "chosen",
    "x-middleware-subrequest": "proxy",
    "content-security-policy": "script-src 'nonce-chosen'",
  });
  expect(seen[0]).toMatchObject({ "x-stet-peer": "127.0.0.1", "x-forwarded-host": `localhost:${door.port}` });
  for (const name of ["x-stet-user", "x-nonce", "x-middleware-subrequest"]) expect(seen[0]).not.toHaveProperty(name);
  expect(nonceIn(seen[0]?.["content-security-policy"])).toBeDefined();
});

test("does not take a proxied visitor for one on this machine", async () => {
  await call({ host: `localhost:${door.port}`, "x-forwarded-for": "203.0.113.9" });
  expect(seen[0]?.["x-stet-peer"]).toBe("forwarded");
});

test("gives each response a nonce of its own, the one that the page was rendered with", async () => {
  const answers = [await call({ host: `localhost:${door.port}` }), await call({ host: `localhost:${door.port}` })];
  const sent = answers.map((answer) => nonceIn(answer.headers["content-security-policy"]));
  expect(sent).toEqual(seen.map((headers) => nonceIn(headers["content-security-policy"])));
  expect(new Set(sent).size).toBe(2);
  for (const answer of answers) expect(answer.headers).not.toHaveProperty("x-stet-peer");
});

test("leaves a route the policy that it gave its own document", async () => {
  const answer = await call({ host: `localhost:${door.port}` }, "/document");
  expect(answer.headers["content-security-policy"]).toBe("sandbox");
});

test("shows a browser that came by another loopback name to the one that the links use", async () => {
  const headers = { host: `127.0.0.1:${door.port}`, "sec-fetch-mode": "navigate" };
  const answer = await call(headers, "/link/abc?d=1");
  expect(answer).toMatchObject({ status: 307, headers: { location: `${door.url}/link/abc?d=1` } });
});

test("closes what wants to become something other than HTTP", async () => {
  const upgrade = call({ host: `localhost:${door.port}`, connection: "upgrade", upgrade: "websocket" });
  await expect(upgrade).rejects.toThrow(/hang up|reset/);
});

test("takes the next port when the wanted one is in use", async () => {
  const lines: string[] = [];
  const second = await openFrontDoor({
    mode: "production",
    host: undefined,
    port: door.port,
    publicUrl: undefined,
    log: (line) => lines.push(line),
  });
  await second.close();
  expect(second.port).toBeGreaterThan(door.port);
  expect(lines).toEqual([expect.stringContaining(`Port ${door.port} is used`)]);
});

test("lets in no kind of request that the routes cannot be written to", async () => {
  const headers = { host: `localhost:${door.port}`, origin: `http://localhost:${door.port}` };
  for (const method of ["TRACE", "PROPFIND", "LOCK"]) expect((await call(headers, "/", method)).status).toBe(405);
  expect(seen).toHaveLength(0);
  expect((await call(headers, "/", "OPTIONS")).status).toBe(200);
});
