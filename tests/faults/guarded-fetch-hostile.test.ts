import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { guardedFetch } from "#lib/server/outside/guarded-fetch.ts";
import { isPublicAddress } from "#lib/server/outside/public-address.ts";
import { html, LoopbackSite, toLoopback } from "#tests/faults/loopback-site.ts";

const site = new LoopbackSite();
beforeAll(() => site.open());
afterAll(() => site.close());
beforeEach(() => {
  site.requests = [];
  site.answer = (_, response) => response.writeHead(200, html).end("<p>Inside.</p>");
});

describe("redirects", () => {
  test("of fifty, each to a page of its own, six are asked for", async () => {
    site.answer = (request, response) => {
      const step = Number(request.url?.slice(1));
      if (step === 50) response.writeHead(200, html).end("<p>The end.</p>");
      else response.writeHead(301, { location: site.page(`/${step + 1}`) }).end();
    };
    expect(await site.problemAt(site.page("/0"))).toBe("too-many-redirects");
    expect(site.requests).toHaveLength(6);
  });

  test.each([
    ["file:///etc/passwd", "scheme"],
    ["file:/etc/passwd", "scheme"],
    ["javascript:alert(1)", "scheme"],
    ["data:text/html,<p>x</p>", "scheme"],
    ["ftp://public.example/", "scheme"],
    ["http://127.0.0.1/", "not-public"],
    ["http://[::1]/", "not-public"],
    ["http://user:secret@inside.example/", "credentials"],
    ["http://inside.example:22/", "port"],
    ["http://", "bad-address"],
  ])("to %s end there", async (location, kind) => {
    site.answer = (_, response) => response.writeHead(302, { location }).end();
    expect(await site.problemAt(site.page())).toBe(kind);
    expect(site.requests).toHaveLength(1);
  });

  test("a cookie that is set on the way is never sent back, and no secret of the first page goes to the second", async () => {
    site.answer = (request, response) => {
      if (request.url === "/second") response.writeHead(200, html).end("<p>Second.</p>");
      else response.writeHead(302, { location: "/second", "set-cookie": "session=1; Path=/" }).end();
    };
    expect(await site.problemAt(site.page("/first?token=secret"))).toBe("fetched");
    expect(await site.problemAt(site.page("/second"))).toBe("fetched");
    for (const sent of site.requests) {
      expect(sent.cookie).toBeUndefined();
      expect(sent.authorization).toBeUndefined();
      expect(sent.referer).toBeUndefined();
    }
  });
});

describe("names that lead inside", () => {
  test.each([
    ["127.0.0.1"],
    ["::1"],
    ["10.0.0.1"],
    ["169.254.169.254"],
    ["168.63.129.16"],
    ["100.100.100.200"],
    ["fd00:ec2::254"],
    ["fe80::1"],
    ["ff02::1"],
    ["224.0.0.1"],
    ["::ffff:127.0.0.1"],
    ["::ffff:7f00:1"],
    ["::ffff:169.254.169.254"],
    ["::127.0.0.1"],
    ["64:ff9b::7f00:1"],
    ["64:ff9b::a9fe:a9fe"],
    ["64:ff9b:1::7f00:1"],
    ["2002:7f00:1::"],
    ["2001:0:7f00:1::80ff:fffe"],
  ])("one that resolves to %s is not connected to", async (address) => {
    expect(isPublicAddress(address)).toBe(false);
    const begun = performance.now();
    const result = await guardedFetch("http://name.example/", site.policy(), { resolve: async () => [address] });
    expect(result).toEqual({ ok: false, error: { kind: "unreachable" } });
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(site.requests).toHaveLength(0);
  });

  test("one that is public when the page is asked for and inner when its redirect is followed", async () => {
    let asked = 0;
    const resolve = async (name: string) => {
      asked += 1;
      return name === "inside.example" ? ["127.0.0.1"] : asked < 2 ? ["93.184.215.14"] : ["127.0.0.1"];
    };
    site.answer = (_, response) => response.writeHead(302, { location: `http://turned.example/` }).end();
    const result = await guardedFetch(site.page(), site.policy(), { resolve });
    expect(result).toEqual({ ok: false, error: { kind: "unreachable" } });
    expect(site.requests).toHaveLength(1);
  });

  test("one that resolves to nothing, or to no address at all", async () => {
    for (const found of [[], ["localhost"], ["127.0.0.1:80"], [""]]) {
      const result = await guardedFetch("http://name.example/", site.policy(), { resolve: async () => found });
      expect(result).toEqual({ ok: false, error: { kind: "unreachable" } });
    }
    expect(site.requests).toHaveLength(0);
  });
});

describe("time and size", () => {
  test("one byte a second runs into the clock of the whole fetch", async () => {
    site.answer = (_, response) => {
      response.writeHead(200, html).write("<");
      const timer = setInterval(() => response.write("p"), 1_000);
      response.on("close", () => clearInterval(timer));
    };
    const begun = performance.now();
    expect(await site.problemAt(site.page(), { timeoutMs: 2_500 })).toBe("timeout");
    expect(performance.now() - begun).toBeLessThan(3_500);
  });

  test("redirects do not wind the clock up again", async () => {
    site.answer = (_, response) => {
      setTimeout(() => response.writeHead(302, { location: "/on" }).end(), 300);
    };
    const begun = performance.now();
    expect(await site.problemAt(site.page(), { timeoutMs: 700 })).toBe("timeout");
    expect(performance.now() - begun).toBeLessThan(1_500);
  });

  test.each([
    ["as large as may be", 100_000, "fetched"],
    ["a byte larger", 100_001, "too-large"],
  ])("a body %s, plain and compressed", async (_, size, kind) => {
    const body = Buffer.alloc(size, "x");
    site.answer = (request, response) =>
      request.url === "/gzip"
        ? response.writeHead(200, { ...html, "content-encoding": "gzip" }).end(gzipSync(body))
        : response.writeHead(200, html).end(body);
    expect(await site.problemAt(site.page("/"))).toBe(kind);
    expect(await site.problemAt(site.page("/gzip"))).toBe(kind);
  });
});

describe("what is asked for", () => {
  test.each([
    ["documents", "application/pdf", "fetched"],
    ["documents", "application/vnd.oasis.opendocument.text", "fetched"],
    ["documents", "TEXT/VTT; charset=utf-8", "fetched"],
    ["documents", "application/rss+xml", "content-type"],
    ["documents", "video/mp4", "content-type"],
    ["feeds", "application/atom+xml; charset=utf-8", "fetched"],
    ["feeds", "text/html", "fetched"],
    ["feeds", "application/pdf", "content-type"],
  ] as const)("for %s, %s is %s", async (wants, type, kind) => {
    site.answer = (_, response) => response.writeHead(200, { "content-type": type }).end("x");
    const result = await guardedFetch(site.page(), site.policy(), { resolve: toLoopback, wants });
    expect(result.ok ? "fetched" : result.error.kind).toBe(kind);
    expect(site.requests.at(-1)?.accept).toContain(wants === "feeds" ? "application/rss+xml" : "application/pdf");
  });
});
