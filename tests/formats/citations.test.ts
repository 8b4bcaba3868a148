import { describe, expect, test, vi } from "vitest";
import { extrasOf } from "#lib/domain/csl.ts";
import { toCsl } from "#lib/domain/csl-item.ts";
import { citationLanguages, citationStyles } from "#lib/domain/source-views.ts";
import { formatReference } from "#lib/formats/citations/format-reference.ts";
import { hyphenatedIsbn } from "#lib/formats/citations/hyphenated-isbn.ts";

const item = toCsl({
  id: "s1",
  kind: "publication",
  title: "Ferries <b>& harbours</b>",
  publication: "Journal of Ports",
  author: "Ellery, Padma Rose; Harbour Board",
  publishedOn: "2025-04-03",
  address: "https://ports.example/a?b=1&c=2",
  doi: "10.1000/xyz",
  isbn: "",
  csl: { ...extrasOf({}), volume: "12", issue: "3", page: "1-20" },
});

describe("a reference", () => {
  test("in APA, with the journal in italics", () => {
    const { text, runs } = formatReference(item, { style: "apa", language: "en-US" });
    expect(text).toMatch(
      /^Ellery, P\. R\. & Harbour Board\. \(2025\)\. .+ Journal of Ports, 12\(3\), 1–20\. https:\/\/doi\.org\/10\.1000\/xyz$/,
    );
    expect(runs.filter((run) => run.italic).map((run) => run.text)).toContain("Journal of Ports");
    expect(runs.map((run) => run.text).join("")).toBe(text);
  });

  test("in every style and language, without tags and never empty", () => {
    for (const style of citationStyles) {
      for (const language of citationLanguages) {
        const { text } = formatReference(item, { style, language });
        expect(text).toContain("Ellery");
        expect(text).not.toMatch(/<\/?(?:div|i|span)|^\s|\s$/);
      }
    }
  });

  test("in the style's numbers without the number of an entry", () => {
    expect(formatReference(item, { style: "vancouver", language: "en-US" }).text).toMatch(/^Ellery PR/);
  });

  test("fetches nothing, whatever stands in the source", () => {
    const fetched = vi.spyOn(globalThis, "fetch");
    const hostile = {
      ...item,
      title: "https://evil.example/a.json",
      DOI: "10.1000/fetch-me",
      URL: "http://127.0.0.1/",
    };
    expect(formatReference(hostile, { style: "harvard1", language: "de-DE" }).text).toContain("evil.example");
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });
});

test("an ISBN is shown with its hyphens, and as it is where no range is known", () => {
  expect(hyphenatedIsbn("9780306406157")).toBe("978-0-306-40615-7");
  expect(hyphenatedIsbn("")).toBe("");
  expect(hyphenatedIsbn("9786600000000")).toBe("9786600000000");
});
