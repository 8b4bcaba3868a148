import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { orderEvidence } from "#lib/schemas/evidence.ts";
import { splitClaim } from "#lib/schemas/relation.ts";
import {
  address,
  day,
  email,
  identifier,
  language,
  listOfIds,
  newPassword,
  partialDay,
  requiredText,
  writtenText,
} from "#lib/schemas/text.ts";
import { beginThread } from "#lib/schemas/thread.ts";
import { withdrawClaims } from "#lib/schemas/version.ts";
import { processorTime } from "#tests/support/processor-time.ts";

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

  test("words that are asked for have to show something", () => {
    const asked = requiredText(99, "Write something.");
    for (const unseen of ["", " \u00a0\n", "\u200b\u200b", "\u202e", "\u3164", "\ufe0f"]) {
      expect(asked.safeParse(unseen).error?.issues[0]?.message, escape(unseen)).toBe("Write something.");
    }
    for (const seen of ["x", "?", "\u202eab", "👩‍🔬", "٣", "क्‍ष"]) expect(accepts(asked, seen)).toBe(true);
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

describe("lists of ids", () => {
  const one = "01890a5d-ac96-774b-bcce-b302099a8057";

  test("as JSON and as a form sends them", () => {
    expect(listOfIds(3).parse([one, one])).toEqual([one, one]);
    expect(listOfIds(3).parse(` ${one}  ${one.toUpperCase()}`)).toEqual([one, one]);
    expect(listOfIds(3).parse("")).toEqual([]);
    for (const other of [null, 5, {}, [1], ["x"], "x"]) expect(accepts(listOfIds(3), other)).toBe(false);
  });

  test("a list of millions is refused before any of it is read", () => {
    const lists = [Array.from({ length: 2_000_000 }, () => 1), "x ".repeat(2_000_000)];
    const began = processorTime();
    for (const schema of [listOfIds(3), splitClaim.shape.movedIds, beginThread, withdrawClaims, orderEvidence]) {
      for (const list of lists) {
        const sent = schema instanceof z.ZodObject ? { claimIds: list, ids: list, was: list, mentions: list } : list;
        expect(schema.safeParse(sent).success).toBe(false);
      }
    }
    expect(processorTime() - began).toBeLessThan(5_000);
  });
});
