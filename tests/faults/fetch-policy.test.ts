import { describe, expect, test } from "vitest";
import { defaultFetchPolicy, parseFetchAllow } from "#lib/server/outside/fetch-policy.ts";
import type { FetchProblem } from "#lib/server/outside/fetch-problem.ts";
import { fetchProblemSentence } from "#lib/server/outside/fetch-problem.ts";
import { isPublicAddress } from "#lib/server/outside/public-address.ts";

describe("public addresses", () => {
  test.each(["93.184.215.14", "1.1.1.1", "2606:4700:4700::1111", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1"])(
    "%s is public",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  test.each([
    ...["0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1", "192.0.0.1", "192.168.0.1"],
    ...[
      "198.18.0.1",
      "203.0.113.1",
      "224.0.0.1",
      "240.0.0.1",
      "255.255.255.255",
      "::",
      "::1",
      "::127.0.0.1",
      "fc00::1",
    ],
    ...[
      "fe80::1",
      "fe80::1%eth0",
      "fec0::1",
      "ff02::1",
      "100::1",
      "2001:db8::1",
      "2001::1",
      "2002:0101:0101::1",
      "3fff::1",
    ],
    ...[
      "::ffff:10.0.0.1",
      "64:ff9b::10.0.0.1",
      "64:ff9b:1::1.1.1.1",
      "5f00::1",
      "4000::1",
      "",
      "localhost",
      "1.1.1.1.1",
    ],
  ])("%j is not", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe("the setting STET_FETCH_ALLOW", () => {
  test("is a list of hosts with their ports", () => {
    expect(parseFetchAllow(undefined)).toEqual({ ok: true, value: [] });
    expect(parseFetchAllow(" Wiki.Example:8080 ,[::1]:80,127.0.0.1:3000, ")).toEqual({
      ok: true,
      value: ["wiki.example:8080", "[::1]:80", "127.0.0.1:3000"],
    });
    expect(defaultFetchPolicy.allowedHosts).toEqual([]);
  });

  test.each(["wiki.example", "http://wiki.example:80", "*:80", "a@b:80", "wiki.example:99999", "wiki.example:80/x"])(
    "%j is refused",
    (setting) => {
      expect(parseFetchAllow(setting).ok).toBe(false);
    },
  );
});

test("no sentence tells an address or what answered inside", async () => {
  const kinds = ["bad-address", "scheme", "credentials", "port", "not-public", "unreachable", "timeout"] as const;
  const more = ["cancelled", "too-large", "too-many-redirects", "bad-answer", "content-type"] as const;
  const problems: FetchProblem[] = [...kinds, ...more].map((kind) => ({ kind }));
  for (const problem of [...problems, ...[401, 404, 429, 500].map((status) => ({ kind: "status" as const, status }))]) {
    expect(fetchProblemSentence(problem)).toMatch(/^[A-Z].+\.$/);
    expect(fetchProblemSentence(problem)).not.toMatch(/\d+\.\d+\.\d+|localhost|ECONN|undici/);
  }
});
