import { createHash, createHmac, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { blobProblemOf } from "#lib/server/outside/blob-problem.ts";
import type { BlobStore } from "#lib/server/outside/blob-store.ts";
import { objectAddress, s3Settings } from "#lib/server/outside/s3-settings.ts";
import { s3Store } from "#lib/server/outside/s3-store.ts";
import { type S3Server, startS3Server } from "#tests/support/s3-server.ts";
import { listen } from "./loopback-site.ts";

const hasty = { tries: 3, pauseMs: 5, silenceMs: 300, wholeMs: 4_000 };
let server: S3Server;
beforeAll(async () => {
  server = await startS3Server();
});
afterAll(() => server.stop());

/** How keeping or getting went wrong: "full" or "unreachable", or what came instead. */
async function problem(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work;
  } catch (error) {
    return blobProblemOf(error)?.kind ?? error;
  }
}

function endpointOf(stand: Server): string {
  const at = stand.address();
  return `http://127.0.0.1:${typeof at === "object" && at !== null ? at.port : 0}`;
}

/** AWS signature version 4 of a request without a query, computed from what arrived. */
function signatureOf({ method, url, headers }: IncomingMessage, secret: string): string {
  const { authorization = "" } = headers;
  const [scope = "", names = ""] = [/Credential=[^/]+\/([^,]+),/, /SignedHeaders=([^,]+),/].map(
    (part) => part.exec(authorization)?.[1] ?? "",
  );
  const lines = names.split(";").map((name) => `${name}:${headers[name]}\n`);
  const payload = headers["x-amz-content-sha256"];
  const asked = [method, url, "", lines.join(""), names, payload].join("\n");
  const digest = createHash("sha256").update(asked).digest("hex");
  const toSign = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, digest].join("\n");
  const mac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
  const key = scope.split("/").reduce<string | Buffer>(mac, `AWS4${secret}`);
  return mac(key, toSign).toString("hex");
}

const bytes = randomBytes(500);

test("a key that the server does not know is out of reach, and told without a secret", async () => {
  const store = s3Store({ ...server.settings, accessKeyId: "nobody-we-know" }, hasty);
  expect(await problem(store.put(bytes))).toBe("unreachable");
  expect(await problem(store.get("0".repeat(64)))).toBe("unreachable");
  const said = await store.put(bytes).catch(String);
  expect(said).toMatch(/The store at 127\.0\.0\.1:\d+ refuses \(403 InvalidAccessKeyId/);
  expect(said).not.toMatch(/S3RVER|nobody|Signature=/);
});

test("a server that was stopped is out of reach", async () => {
  const second = await startS3Server();
  const store = s3Store(second.settings, hasty);
  const sha256 = await store.put(bytes);
  await second.stop();
  expect(await problem(store.put(bytes))).toBe("unreachable");
  expect(await problem(store.get(sha256))).toBe("unreachable");
});

let stand: Server;
let asked: string[];
async function against(answer: RequestListener, changes: Partial<typeof hasty> = {}): Promise<BlobStore> {
  asked = [];
  stand = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume();
    answer(request, response);
  });
  await listen(stand);
  return s3Store({ ...server.settings, endpoint: endpointOf(stand) }, { ...hasty, ...changes });
}
const closed = () => {
  stand.closeAllConnections();
  stand.close();
};

test("a server that is silent, or drips, is cut off", async () => {
  const silent = await against(() => undefined);
  expect(await problem(silent.put(bytes))).toBe("unreachable");
  expect(asked.length).toBeGreaterThan(1);
  closed();
  const began = Date.now();
  const drip: RequestListener = (_, response) => {
    response.writeHead(200, { "content-length": "1000" });
    const timer = setInterval(() => response.write("."), 50);
    response.on("close", () => clearInterval(timer));
  };
  expect(await problem((await against(drip, { wholeMs: 700 })).get("0".repeat(64)))).toBe("unreachable");
  expect(Date.now() - began).toBeLessThan(3_000);
  closed();
});

test("a busy server is asked again, not for ever; one that is full is not", async () => {
  const busy = await against((_, response) =>
    response.writeHead(asked.length < 3 ? 503 : 200, asked.length < 3 ? {} : { etag: '"?"' }).end(),
  );
  expect(await problem(busy.put(bytes))).toMatch(/^[0-9a-f]{64}$/);
  expect(asked.map((line) => line.slice(0, 4))).toEqual(["HEAD", "HEAD", "HEAD", "PUT "]);
  closed();
  for (const [status, said, kind, tries] of [
    [500, "<Code>InternalError</Code>", "unreachable", hasty.tries],
    [429, "", "unreachable", hasty.tries],
    [507, "", "full", 1],
    [503, "<Error><Code>XMinioStorageFull</Code></Error>", "full", 1],
    [403, "<Error><Code>QuotaExceeded</Code></Error>", "full", 1],
    [400, "<Error><Code>EntityTooLarge</Code></Error>", "full", 1],
    [403, "<Error><Code>RequestTimeTooSkewed</Code></Error>", "unreachable", 1],
  ] as const) {
    const refuses = await against(({ method }, response) =>
      response.writeHead(method === "HEAD" ? 404 : status).end(method === "HEAD" ? "" : said),
    );
    expect(await problem(refuses.put(bytes))).toBe(kind);
    expect(asked).toHaveLength(1 + tries);
    closed();
  }
});

test("a redirect is not followed, a connection that breaks off is no answer, and a foreign 404 no loss", async () => {
  let led = 0;
  const elsewhere = createServer((_, response) => {
    led += 1;
    response.end();
  });
  const to = `http://127.0.0.1:${await listen(elsewhere)}/`;
  const leads = await against((_, response) => response.writeHead(307, { location: to }).end());
  expect(await problem(leads.put(bytes))).toBe("unreachable");
  expect(await problem(leads.get("0".repeat(64)))).toBe("unreachable");
  expect(led).toBe(0);
  elsewhere.close();
  closed();
  const breaks = await against((_, response) =>
    response.writeHead(200, { "content-length": "9" }).write(".", () => response.destroy()),
  );
  expect(await problem(breaks.get("0".repeat(64)))).toBe("unreachable");
  closed();
  const foreign = await against((_, response) => response.writeHead(404).end("<h1>Not found</h1>"));
  expect(await problem(foreign.get("0".repeat(64)))).toBe("unreachable");
  closed();
  const nowhere = "<Error><Code>NoSuchBucket</Code></Error>";
  const noBucket = await against(({ method }, response) =>
    response.writeHead(404).end(method === "HEAD" ? "" : nowhere),
  );
  expect(await problem(noBucket.get("0".repeat(64)))).toBe("unreachable");
  expect(await problem(noBucket.put(bytes))).toBe("unreachable");
  closed();
});

test("every request is signed, its payload included; a wrong secret is refused without being told", async () => {
  const checks: RequestListener = (request, response) => {
    const isSigned = request.headers.authorization?.endsWith(`Signature=${signatureOf(request, "S3RVER")}`);
    const status = isSigned === true ? (request.method === "HEAD" ? 404 : 200) : 403;
    response.writeHead(status).end(status === 403 ? "<Error><Code>SignatureDoesNotMatch</Code></Error>" : bytes);
  };
  const store = await against(checks);
  expect(await problem(store.put(bytes))).toMatch(/^[0-9a-f]{64}$/);
  expect(await store.get("0".repeat(64))).toBe("damaged");
  const wrong = s3Store({ ...server.settings, endpoint: endpointOf(stand), secretAccessKey: "not-the-secret" }, hasty);
  const said = await wrong.put(bytes).catch(String);
  expect(said).toMatch(/refuses \(403 SignatureDoesNotMatch\)/);
  expect(said).not.toMatch(/not-the-secret|S3RVER/);
  closed();
});

test("a bucket stands in the path, or before the host", () => {
  const sha256 = "ab".repeat(32);
  const settings = { ...server.settings, endpoint: "https://s3.example:9000/deep" };
  expect(objectAddress(settings, sha256).href).toBe(`https://s3.example:9000/deep/copies/desk/ab/${sha256}`);
  const virtual = objectAddress({ ...settings, addressing: "virtual" }, sha256);
  expect(virtual.href).toBe(`https://copies.s3.example:9000/deep/desk/ab/${sha256}`);
});

test("settings are whole, none, or a sentence that names what is missing", () => {
  const whole = {
    STET_S3_ENDPOINT: "https://s3.example/",
    STET_S3_BUCKET: "copies",
    STET_S3_ACCESS_KEY_ID: "key",
    STET_S3_SECRET_ACCESS_KEY: "very secret",
  };
  expect(s3Settings({})).toEqual({ ok: true, value: null });
  expect(s3Settings(whole)).toMatchObject({
    value: { endpoint: "https://s3.example", region: "us-east-1", prefix: "" },
  });
  expect(s3Settings({ ...whole, STET_S3_PREFIX: "/a/b/" })).toMatchObject({ value: { prefix: "a/b/" } });
  expect(s3Settings({ STET_S3_BUCKET: "copies" })).toMatchObject({ error: /STET_S3_ENDPOINT, STET_S3_ACCESS/ });
  for (const wrong of [
    { STET_S3_ENDPOINT: "s3.example" },
    { STET_S3_ENDPOINT: "https://key:very secret@s3.example" },
    { STET_S3_BUCKET: "../up" },
    { STET_S3_PREFIX: "a/../b" },
    { STET_S3_PREFIX: "a b" },
    { STET_S3_ADDRESSING: "dns" },
  ]) {
    const read = s3Settings({ ...whole, ...wrong });
    expect(read.ok ? "" : read.error).toMatch(new RegExp(`^${Object.keys(wrong)[0]} must`));
    expect(JSON.stringify(read)).not.toContain("very secret");
  }
});
