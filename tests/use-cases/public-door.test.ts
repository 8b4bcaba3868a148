import { request } from "node:http";
import { gunzipSync } from "node:zlib";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { publicPath } from "#lib/domain/publication.ts";
import { database } from "#lib/server/db/client.ts";
import { type FrontDoor, openFrontDoor } from "#lib/server/front-door.ts";
import { answerInPublic } from "#lib/server/public/door.ts";
import { shareReport } from "#lib/server/use-cases/share-report.ts";
import { good, makeDesk, type TestDesk } from "#tests/support/desk.ts";
import { openedReport, type Published, publishedSample } from "#tests/support/edition.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let desk: TestDesk;
let door: FrontDoor;
let published: Published;
beforeAll(async () => {
  fresh = await freshDatabase();
  door = await openFrontDoor({ mode: "production", host: undefined, port: 0, publicUrl: undefined, log: () => {} });
  vi.stubEnv("DATABASE_URL", fresh.appUrl);
  vi.stubEnv("STET_URL", door.url);
  door.serve(async (incoming, response) => {
    if (!(await answerInPublic(incoming, response))) response.writeHead(204).end();
  });
  desk = await makeDesk(fresh.db);
  published = await publishedSample(desk.as("editor"), { base: door.url });
  await openedReport(desk.as("editor"), published.articleId);
});
afterAll(async () => {
  await door.close();
  await database().$disconnect();
  vi.unstubAllEnvs();
  await fresh.close();
});

type Got = { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: Buffer };

/** `fetch` takes compressed answers apart, and lets no caller choose the Host header. */
function get(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Got> {
  const host = `localhost:${door.port}`;
  return new Promise((resolve, reject) => {
    const sent = { host: "127.0.0.1", port: door.port, path, method, headers: { host, ...headers } };
    const outgoing = request(sent, async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(Buffer.from(part));
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
    });
    outgoing.on("error", reject);
    outgoing.end();
  });
}

const claimPath = () => publicPath(published.articleId, 1, published.claimIds[0]);

test("every public address is answered with the headers of the door and its own policy", async () => {
  const link = { id: uuidv7(), articleId: published.articleId, editionId: null, name: "", days: 3 };
  const { token } = good(await shareReport(desk.as("editor"), link));
  const embed = `/embed/${published.articleId}/${published.claimIds[0]}`;
  const paths = [
    claimPath(),
    `${claimPath()}?from=letter`,
    embed,
    `/s/${token}`,
    `/feeds/${desk.deskId}/editions.atom`,
  ];
  for (const path of paths) {
    const { status, headers } = await get(path);
    expect(status, path).toBe(200);
    expect(headers, path).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "same-origin" });
    expect(headers["cross-origin-resource-policy"], path).toBe(path === embed ? "cross-origin" : "same-origin");
    expect(headers["content-security-policy"], path).not.toContain("nonce");
    expect(headers["content-security-policy"], path).toContain(`frame-ancestors ${path === embed ? "*" : "'none'"}`);
  }
  expect((await get(claimPath(), { host: "evil.example" })).status).toBe(421);
});

test("what is not there is nothing, what is closed is gone at once, and other addresses are left to Next", async () => {
  const nothing = await get(publicPath(uuidv7()));
  expect(nothing.status).toBe(404);
  const odd = [`/embed/${published.articleId}`, `${claimPath()}/more`, `/feeds/${desk.deskId}/editions.atom/x`, "/s/x"];
  for (const path of [...odd, publicPath(published.articleId).replace("0", "%30")]) {
    const { status, body } = await get(path);
    expect([status, body], path).toEqual([404, nothing.body]);
  }
  for (const path of ["/", "/r", "/r/", `${claimPath()}/`, "/reports/x", "/articles", "/R/x"]) {
    expect((await get(path)).status, path).toBe(204);
  }
  const other = await publishedSample(desk.as("editor"), { base: door.url });
  await openedReport(desk.as("editor"), other.articleId);
  expect((await get(publicPath(other.articleId))).status).toBe(200);
  await openedReport(desk.as("editor"), other.articleId, { rowVersion: 1, isPublic: false });
  expect((await get(publicPath(other.articleId))).body).toEqual(nothing.body);
});

test("a page is sent in gzip to whoever takes it, without a body for HEAD, and not again to whoever has it", async () => {
  const plain = await get(claimPath());
  expect(plain.headers).toMatchObject({ vary: "accept-encoding", "content-length": String(plain.body.length) });
  const packed = await get(claimPath(), { "accept-encoding": "br, gzip;q=0.5" });
  expect(packed.headers).toMatchObject({ "content-encoding": "gzip", etag: `W/${plain.headers.etag}` });
  expect(gunzipSync(packed.body)).toEqual(plain.body);
  expect((await get(claimPath(), { "accept-encoding": "gzip;q=0, br" })).body).toEqual(plain.body);
  const file = await get(`${publicPath(published.articleId, 1)}/sheet.xlsx`, { "accept-encoding": "gzip" });
  expect(file.headers["content-encoding"]).toBeUndefined();
  const head = await get(claimPath(), {}, "HEAD");
  expect([head.status, head.body.length, head.headers["content-length"]]).toEqual([200, 0, String(plain.body.length)]);
  for (const etag of [plain.headers.etag, packed.headers.etag].map(String)) {
    const again = await get(claimPath(), { "if-none-match": etag, "accept-encoding": "gzip" });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, packed.headers.etag]);
  }
  const sent = await get(claimPath(), { origin: door.url, "content-length": "0" }, "POST");
  expect([sent.status, sent.headers.allow]).toEqual([405, "GET, HEAD"]);
});
