import { createServer as createTlsServer } from "node:tls";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
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

describe("what it fetches", () => {
  test("an allowed page, honestly and without cookies", async () => {
    site.answer = (_, response) => response.writeHead(200, { ...html, "set-cookie": "a=b" }).end("<p>Grüße</p>");
    const result = await guardedFetch(site.page("/story?x=1#part"), site.policy(), { resolve: toLoopback });
    expect(result).toMatchObject({
      ok: true,
      value: {
        contentType: "text/html; charset=utf-8",
        finalAddress: site.page("/story?x=1"),
        status: 200,
        redirects: [],
      },
    });
    expect(result.ok && new TextDecoder().decode(result.value.bytes)).toBe("<p>Grüße</p>");
    expect(site.requests.at(-1)?.["user-agent"]).toBe("Stet/0.1 (+fact-checking import)");
    expect(site.requests.at(-1)?.host).toBe(`inside.example:${site.port}`);
    await guardedFetch(site.page(), site.policy(), { resolve: toLoopback });
    expect(site.requests.at(-1)?.cookie).toBeUndefined();
  });

  test.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
  ])("a page compressed with %s", async (encoding, compress) => {
    site.answer = (_, response) =>
      response.writeHead(200, { ...html, "content-encoding": encoding }).end(compress("<p>Words.</p>"));
    const result = await guardedFetch(site.page(), site.policy(), { resolve: toLoopback });
    expect(result.ok && new TextDecoder().decode(result.value.bytes)).toBe("<p>Words.</p>");
  });

  test("redirects, one by one, up to five", async () => {
    site.answer = (request, response) => {
      const step = Number(request.url?.slice(1));
      if (step === 0) response.writeHead(200, html).end("<p>Inside.</p>");
      else response.writeHead(302, { location: `/${step - 1}` }).end();
    };
    const result = await guardedFetch(site.page("/5"), site.policy(), { resolve: toLoopback });
    expect(result.ok && result.value.finalAddress).toBe(site.page("/0"));
    expect(result.ok && result.value.redirects).toMatchObject(
      [5, 4, 3, 2, 1].map((step) => ({ address: site.page(`/${step}`), status: 302 })),
    );
    expect(result.ok && result.value.redirects[0]?.headers[0]).toEqual(["location", "/4"]);
    site.requests = [];
    expect(await site.problemAt(site.page("/50"))).toBe("too-many-redirects");
    expect(site.requests).toHaveLength(6);
  });
});

describe("what is to be kept", () => {
  test("comes in any media type, with its headers as they came; for an import that type is refused", async () => {
    const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255]);
    site.answer = (_, response) => {
      response.setHeader("X-First", "1");
      response.setHeader("Set-Cookie", ["a=b", "c=d"]);
      response.writeHead(200, { "Content-Type": "image/png" }).end(picture);
    };
    const kept = await guardedFetch(site.page(), site.policy(), { resolve: toLoopback, wants: "anything" });
    expect(kept.ok && Buffer.from(kept.value.bytes)).toEqual(picture);
    expect(kept.ok && kept.value.headers.slice(0, 4)).toEqual([
      ["X-First", "1"],
      ["Set-Cookie", "a=b"],
      ["Set-Cookie", "c=d"],
      ["Content-Type", "image/png"],
    ]);
    expect(await site.problemAt(site.page())).toBe("content-type");
    site.answer = (_, response) => response.writeHead(200, { "content-type": "image/png" }).end(Buffer.alloc(200_000));
    const large = await guardedFetch(site.page(), site.policy(), { resolve: toLoopback, wants: "anything" });
    expect(large).toEqual({ ok: false, error: { kind: "too-large" } });
  });
});

describe("what stays closed", () => {
  const spellings = (at: string) => [
    `http://127.0.0.1${at}/`,
    `http://127.1${at}/`,
    `http://127.0.1${at}/`,
    `http://2130706433${at}/`,
    `http://0x7f000001${at}/`,
    `http://0x7f.0.0.1${at}/`,
    `http://0X7F.1${at}/`,
    `http://017700000001${at}/`,
    `http://0177.0.0.1${at}/`,
    `http://0177.0x0.1${at}/`,
    `http://0${at}/`,
    `http://0.0.0.0${at}/`,
    `http://127.255.255.254${at}/`,
    `http://[::1]${at}/`,
    `http://[::]${at}/`,
    `http://[0:0:0:0:0:0:0:1]${at}/`,
    `http://[::127.0.0.1]${at}/`,
    `http://[::ffff:127.0.0.1]${at}/`,
    `http://[::ffff:7f00:1]${at}/`,
    `http://[::ffff:0:127.0.0.1]${at}/`,
    `http://[64:ff9b::127.0.0.1]${at}/`,
    `http://[64:ff9b:1::127.0.0.1]${at}/`,
    `http://[2002:7f00:1::]${at}/`,
    `http://[2001:0:7f00:1::80ff:fffe]${at}/`,
    `http://１２７.０.０.１${at}/`,
    `http://①②⑦.⓪.⓪.①${at}/`,
    `http://127。0。0。1${at}/`,
    `http://%31%32%37.0.0.1${at}/`,
    `http://127.0.0.1.${at}/`,
    `http://localhost${at}/`,
    `http://LOCALHOST.${at}/`,
    `http://localtest.example${at}/`,
    `http://127.0.0.1.nip.example${at}/`,
    `http://user:pass@127.0.0.1${at}/`,
    `http://public.example@127.0.0.1${at}/`,
    `http://127.0.0.1${at}\\@public.example/`,
    `http://public.example#@127.0.0.1${at}/`,
    `http:127.0.0.1${at}/`,
    `http:\\\\127.0.0.1${at}\\`,
    `ht\ntp://127.0.0.1${at}/`,
    `https://127.0.0.1${at}/`,
    `ftp://127.0.0.1${at}/`,
    `gopher://127.0.0.1${at}/_GET`,
    `file://127.0.0.1/etc/passwd`,
    "http://169.254.169.254/latest/meta-data/",
    "http://[fd00:ec2::254]/latest/meta-data/",
    "http://10.0.0.1/",
    "http://100.64.0.1/",
    "http://192.168.1.1/",
  ];

  test("no spelling of an inner address reaches the listener, whatever the port rule", async () => {
    const addresses = [...spellings(`:${site.port}`), ...spellings("")];
    for (const address of addresses) expect.soft(await site.problemAt(address), address).not.toBe("fetched");
    expect(site.requests).toHaveLength(0);
  });

  test("the listener would answer: one of the spellings, allowed, is fetched", async () => {
    const result = await guardedFetch(
      `http://0x7f.1:${site.port}/`,
      site.policy({ allowedHosts: [`127.0.0.1:${site.port}`] }),
    );
    expect(result.ok).toBe(true);
    expect(site.requests).toHaveLength(1);
  });

  test("redirects inside are not followed, from wherever", async () => {
    for (const location of spellings(`:${site.port}`)) {
      const header = Buffer.from(location.replaceAll("\n", "\t")).toString("latin1");
      site.answer = (_, response) => response.writeHead(302, { location: header }).end();
      site.requests = [];
      expect.soft(await site.problemAt(site.page()), location).not.toBe("fetched");
      const hosts = new Set(site.requests.map((request) => request.host));
      expect.soft([...hosts], location).toEqual([`inside.example:${site.port}`]);
    }
  });

  test("a name with one inner address among public ones is refused without connecting", async () => {
    const resolve = async () => ["93.184.215.14", "127.0.0.1"];
    const result = await guardedFetch("http://mixed.example/", site.policy({ timeoutMs: 1_000 }), { resolve });
    expect(result).toEqual({ ok: false, error: { kind: "unreachable" } });
  });

  test("a name that changes its address between check and connection gains nothing", async () => {
    let asked = 0;
    // Public by its range, but given back by its holder and not routed.
    const resolve = async () => (asked++ === 0 ? ["3ffe::1"] : ["127.0.0.1"]);
    const rebound = site.policy({ timeoutMs: 1_000 });
    const result = await guardedFetch("http://rebind.example/", rebound, { resolve });
    expect(result.ok).toBe(false);
    expect(asked).toBe(1);
    const again = await guardedFetch("http://rebind.example/", rebound, { resolve });
    expect(again).toEqual({ ok: false, error: { kind: "unreachable" } });
    expect(site.requests).toHaveLength(0);
  });

  test.each([
    ["", "bad-address"],
    ["not an address", "bad-address"],
    ["//inside.example/", "bad-address"],
    ["javascript:alert(1)", "scheme"],
    ["data:text/html,x", "scheme"],
    ["http://user@inside.example/", "credentials"],
    ["http://inside.example:8080/", "port"],
    ["http://inside.example:443/", "port"],
    ["https://inside.example:80/", "port"],
    ["http://10.1.2.3/", "not-public"],
    ["http://inside.example/", "unreachable"],
  ])("%j is refused as %s", async (address, kind) => {
    expect(await site.problemAt(address)).toBe(kind);
    expect(site.requests).toHaveLength(0);
  });

  test("TLS asks for the name and trusts no self-made certificate", async () => {
    const names: string[] = [];
    const tls = createTlsServer({
      SNICallback: (name, done) => {
        names.push(name);
        done(new Error("no certificate"));
      },
    });
    tls.on("tlsClientError", () => undefined);
    const tlsPort = await listen(tls);
    expect(
      await site.problemAt(`https://inside.example:${tlsPort}/`, { allowedHosts: [`inside.example:${tlsPort}`] }),
    ).not.toBe("fetched");
    expect(names).toEqual(["inside.example"]);
    tls.close();
  });
});
