import { expect, test } from "vitest";
import { openerPolicy, resourcePolicy } from "#lib/server/security-headers.ts";

test("only the window that waits for a page keeps the one that opened it", () => {
  const path = "/articles/import/page";
  for (const open of [`${path}?receive`, `${path}?receive=1`, `${path}/?receive&x=1`])
    expect(openerPolicy(open)).toBe("unsafe-none");
  const closed = ["/", path, `${path}?received`, `${path}?x=receive`, `${path}s?receive`, `/x${path}?receive`];
  for (const url of [...closed, `/sign-in?${path}?receive`]) expect(openerPolicy(url)).toBe("same-origin");
});

test("only the frames that are made for any page may be loaded by any", () => {
  expect(resourcePolicy("/embed/a/b")).toBe("cross-origin");
  for (const url of ["/", "/r/embed/", "/embedded", "//embed/", "/articles?/embed/"]) {
    expect(resourcePolicy(url)).toBe("same-origin");
  }
});
