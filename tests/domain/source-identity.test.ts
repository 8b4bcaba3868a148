import { describe, expect, test } from "vitest";
import { extrasOf, namesOf, storedExtras } from "#lib/domain/csl.ts";
import { toCsl, usualType } from "#lib/domain/csl-item.ts";
import { parseDoi } from "#lib/domain/doi.ts";
import { isbn10Of, parseIsbn } from "#lib/domain/isbn.ts";
import { isSameWork, likenessOf } from "#lib/domain/same-source.ts";

describe("a DOI", () => {
  test.each([
    ["10.1000/182", "10.1000/182"],
    ["doi:10.1000/ABC", "10.1000/abc"],
    ["DOI: 10.1038/s41586-020-2649-2", "10.1038/s41586-020-2649-2"],
    ["https://doi.org/10.1016/S0140-6736(20)30183-5", "10.1016/s0140-6736(20)30183-5"],
    ["http://dx.doi.org/10.1000%2F182", "10.1000/182"],
    [
      "10.1002/(SICI)1096-8644(199601)99:1<1::AID-AJPA1>3.0.CO;2-1",
      "10.1002/(sici)1096-8644(199601)99:1<1::aid-ajpa1>3.0.co;2-1",
    ],
    ["10.1000", null],
    ["11.1000/182", null],
    ["10.1000/with blank", null],
    ["", null],
  ])("%s", (typed, stored) => expect(parseDoi(typed)).toBe(stored));
});

describe("an ISBN", () => {
  test.each([
    ["0-306-40615-2", "9780306406157"],
    ["978-0-306-40615-7", "9780306406157"],
    ["ISBN-13: 978 0 306 40615 7", "9780306406157"],
    ["0-8044-2957-x", "9780804429573"],
    ["979-10-90636-07-1", "9791090636071"],
    ["978-0-306-40615-8", null],
    ["0-306-40615-3", null],
    ["12345", null],
  ])("%s", (typed, stored) => expect(parseIsbn(typed)).toBe(stored));

  test("has an older form only under 978", () => {
    expect(isbn10Of("9780804429573")).toBe("080442957X");
    expect(isbn10Of("9791090636071")).toBeNull();
  });
});

const work = { title: "Ferry accounts 2025", publication: "", author: "", address: "", doi: "", isbn: "" };

describe("two sources may be one", () => {
  test("by DOI, ISBN, address or nearly the same title", () => {
    expect(likenessOf({ ...work, doi: "10.1/a" }, { ...work, title: "Other", doi: "10.1/a" })).toBe("doi");
    expect(likenessOf({ ...work, isbn: "9780306406157" }, { ...work, title: "X", isbn: "9780306406157" })).toBe("isbn");
    const [one, other] = ["https://www.a.example/x/?utm_source=b", "http://a.example/x"];
    expect(likenessOf({ ...work, address: one }, { ...work, title: "Y", address: other })).toBe("address");
    expect(likenessOf(work, { ...work, title: "Ferry acounts, 2025" })).toBe("title");
  });

  test("not by a title that two authors have, nor by titles that only begin alike", () => {
    expect(likenessOf({ ...work, author: "Lenk, Ada" }, { ...work, author: "Weller, Jonas" })).toBeNull();
    expect(likenessOf(work, { ...work, title: "Ferry timetables" })).toBeNull();
    expect(likenessOf(work, { ...work, title: "" })).toBeNull();
  });

  test("a citation means a known source by DOI always, by address when the titles do not differ", () => {
    const known = { ...work, address: "https://a.example/x", doi: "10.1/a" };
    expect(isSameWork({ ...work, title: "Another", doi: "10.1/a" }, known)).toBe(true);
    expect(isSameWork({ ...work, title: "", address: "http://www.a.example/x/" }, known)).toBe(true);
    expect(isSameWork({ ...work, title: "FERRY accounts – 2025", address: "http://a.example/x" }, known)).toBe(true);
    expect(isSameWork({ ...work, title: "Another", address: "http://a.example/x" }, known)).toBe(false);
    expect(isSameWork(work, known)).toBe(false);
  });
});

describe("CSL", () => {
  const source = { ...work, id: "1", kind: "publication" as const, publishedOn: "2026-04", csl: extrasOf({}) };

  test("names are taken apart at a comma", () => {
    expect(namesOf("Ellery, Padma; Harbour Board;  ; Lenk,")).toEqual([
      { family: "Ellery", given: "Padma" },
      { literal: "Harbour Board" },
      { literal: "Lenk," },
    ]);
  });

  test("what is empty is left out, what a publication is called depends on the type", () => {
    expect(toCsl({ ...source, publication: "The Post", author: "Lenk, Ada" })).toEqual({
      id: "1",
      type: "article-newspaper",
      title: "Ferry accounts 2025",
      "container-title": "The Post",
      author: [{ family: "Lenk", given: "Ada" }],
      issued: { "date-parts": [[2026, 4]] },
    });
    const book = { ...source, isbn: "9780306406157", publication: "Plenum" };
    expect(toCsl(book)).toMatchObject({ type: "book", publisher: "Plenum" });
    expect(usualType({ ...source, doi: "10.1/a" })).toBe("article-journal");
  });

  test("what is stored is read again, whatever else stands there", () => {
    const extras = { ...extrasOf({}), type: "thesis" as const, volume: "3" };
    expect(extrasOf(storedExtras(extras))).toEqual(extras);
    expect(extrasOf({ type: "nonsense", volume: 3, page: null, more: "x" })).toEqual(extrasOf(null));
  });
});
