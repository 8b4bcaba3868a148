import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { address, day, email, identifier, language, newPassword, partialDay, writtenText } from "#lib/schemas/text.ts";

const accepts = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe("what people write", () => {
  test("NUL, control characters and lone surrogates are refused, everything else is kept in NFC", () => {
    for (const bad of ["a\u0000b", "\u0007", "\ud800", "x\udc00y"]) expect(accepts(writtenText(99), bad)).toBe(false);
    expect(writtenText(99).parse(" cafe\u0301\r\n ")).toBe("café");
  });

  test("never throws, and what it lets through can be stored", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (words) => {
        const parsed = writtenText(1000).safeParse(words);
        if (parsed.success) expect(parsed.data.isWellFormed() && !parsed.data.includes("\u0000")).toBe(true);
      }),
    );
  });

  test("is bounded", () => {
    expect(accepts(writtenText(10), "x".repeat(11))).toBe(false);
  });
});

describe("dates", () => {
  test.each(["2026-02-29", "2026-13-01", "12 Juni 2026", "2026-6-1", ""])("%j is no day", (value) => {
    expect(accepts(day, value)).toBe(false);
  });
  test.each(["", "2026", "2026-06", "2026-06-12"])("%j is a date as far as it is known", (value) => {
    expect(accepts(partialDay, value)).toBe(true);
  });
  test.each(["2026-13", "26", "2026-06-31", "June 2026"])("%j is not", (value) => {
    expect(accepts(partialDay, value)).toBe(false);
  });
});

describe("addresses, languages, mail, ids, passwords", () => {
  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://a.example",
    "//a.example",
    "https://u:p@a.example",
    "a b",
  ])("%j is refused as an address", (value) => expect(accepts(address, value)).toBe(false));
  test("http and https are addresses, and so is none", () => {
    for (const value of ["", "https://a.example/b?c#d", "http://a.example:8080/"])
      expect(accepts(address, value)).toBe(true);
  });
  test("language tags", () => {
    for (const tag of ["", "en", "de-CH", "zh-Hant-TW"]) expect(accepts(language, tag)).toBe(true);
    for (const tag of ["English", "e", "en_US", "x".repeat(40)]) expect(accepts(language, tag)).toBe(false);
  });
  test("mail addresses are compared in lower case", () => {
    expect(email.parse(" Ines.Okoro@Example.org ")).toBe("ines.okoro@example.org");
    expect(accepts(email, "nobody")).toBe(false);
  });
  test("ids are UUIDs, whatever else is sent", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(typeof value === "string" || !accepts(identifier, value)).toBe(true);
      }),
    );
    expect(accepts(identifier, "1' OR '1'='1")).toBe(false);
  });
  test("passwords have at least twelve characters and at most 1,024 bytes", () => {
    expect(accepts(newPassword, "short")).toBe(false);
    expect(accepts(newPassword, "correct horse battery")).toBe(true);
    expect(accepts(newPassword, "ü".repeat(600))).toBe(false);
  });
});
