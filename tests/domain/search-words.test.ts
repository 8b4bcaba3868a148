import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressPattern, patternsOf, searchFold, searchTextOf } from "#lib/domain/search-words.ts";
import { processorTime } from "#tests/support/processor-time.ts";

const accounts = {
  title: "Årsredovisning 2025: “the harbour’s accounts”",
  publication: "Harbour Board",
  author: "Ellery, Padma",
  address: "https://www.harbour.example/reports/2025?utm_source=mail&b=2&a=1#top",
  doi: "10.1000/xyz.123-4",
  isbn: "9780306406157",
};

/** LIKE with patterns whose words hold none of its signs, which is a search for what stands between the per cent signs. */
function finds(query: string, source: Partial<typeof accounts> = {}): boolean {
  const text = searchTextOf({ ...accounts, ...source });
  return patternsOf(query).some((way) => way.every((pattern) => text.includes(pattern.slice(1, -1))));
}

describe("a source is found while it is typed", () => {
  test.each([
    ["har", "the beginning of a word"],
    ["ARSREDO", "letters without their marks"],
    ["årsredovisning", "letters with their marks"],
    ["board harbour", "words in any order"],
    ["padma", "its author"],
    ["harbour's acc", "an apostrophe of another kind"],
    ["h", "one letter"],
    ["https://www.harbour.example/rep", "an address that is being typed"],
    ["http://harbour.example/reports/2025/", "another scheme, no www, a slash at the end"],
    ["harbour.example/reports", "an address without a scheme"],
    ["https://harbour.example/reports/2025?utm_sou", "half a tracking parameter"],
    ["https://harbour.example/reports/2025?a=1&utm_medium=x", "another tracking parameter"],
    ["https://harbour.example/reports/2025?b=2", "one of its parameters"],
    ["www.harb", "half a host"],
    ["10.1000/xyz", "half a DOI"],
    ["doi:10.1000/XYZ.123-4", "a DOI with its prefix"],
    ["https://doi.org/10.1000/xyz.123-4", "a DOI as an address"],
    ["978-0-306", "half an ISBN with hyphens"],
    ["0-306-40615-2", "the ISBN's older form"],
    ["ISBN 0306406152", "with its name"],
  ])("%s: %s", (query) => expect(finds(query)).toBe(true));

  test.each(["arbour", "accounts 2024", "10.1001", "https://elsewhere.example/reports", "redovisning"])(
    "not by %s",
    (query) => expect(finds(query)).toBe(false),
  );

  test("in scripts without blanks, by any of its words", () => {
    const title = "日本銀行の報告";
    expect(finds("銀行", { title })).toBe(true);
    expect(finds("行銀", { title })).toBe(false);
    expect(finds("правд", { title: "Комсомольская правда" })).toBe(true);
    expect(finds("авд", { title: "Комсомольская правда" })).toBe(false);
    expect(finds("한", { title: "한국은행 보고서" })).toBe(true);
    expect(finds("تقرير", { title: "التَّقرير و تَقْرِير البنك" })).toBe(true);
  });

  test("whatever LIKE means by its signs", () => {
    expect(patternsOf("100%_\\")).toEqual([["% 100%"]]);
    expect(patternsOf("%")).toEqual([]);
    expect(patternsOf("https://")).toEqual([]);
  });
});

describe("the laws of the fold", () => {
  test("it holds a-z, 0-9 and single blanks, and folding again changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const folded = searchFold(text);
        expect(folded).toMatch(/^(?:[a-z0-9]+(?: [a-z0-9]+)*)?$/);
        expect(searchFold(folded)).toBe(folded);
      }),
    );
  });

  test("a title is found by itself, whatever it says", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }), { maxLength: 6 }), (words) => {
        const title = words.map((word) => word.replace(/[.:/?#%&=+\s]/g, "")).join(" ");
        if (searchFold(title) !== "" && !/^(?:10\.|doi)/i.test(title)) expect(finds(title, { title })).toBe(true);
      }),
    );
  });

  test("a long run of combining marks is folded at once", () => {
    const began = processorTime();
    searchFold(`a${"\u0316\u0301".repeat(50_000)}`);
    expect(processorTime() - began).toBeLessThan(1000);
  });
});

test("the pattern of an address means that address and no longer one", () => {
  const pattern = addressPattern("http://harbour.example/reports/2025/?a=1&b=2")?.slice(1, -1) ?? "";
  expect(searchTextOf(accounts)).toContain(pattern);
  expect(searchTextOf({ ...accounts, address: `${accounts.address.split("?")[0]}/more` })).not.toContain(pattern);
  expect(addressPattern("no address")).toBeNull();
});
