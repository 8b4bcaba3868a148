import { describe, expect, test } from "vitest";
import { leftOutWords } from "#lib/formats/import/left-out.ts";
import { outline, read } from "#tests/formats/reading.ts";

const sentence =
  "The harbour board met on Tuesday and, after a long debate, agreed to publish the accounts of the past year.";
const paragraphs = Array.from({ length: 12 }, (_, index) => `<p>${index + 1}. ${sentence} ${sentence}</p>`).join("");
const page = (head: string, body = "") => `<!doctype html><html lang="en-gb"><head>${head}</head><body>
  <nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport pages</a></li></ul></nav>
  <main><article><h1>Harbour accounts to be published</h1>${body}${paragraphs}</article></main>
  <aside><h3>Most read stories today</h3><ul><li><a href="/1">Ferry delayed again by fog</a></li></ul></aside>
  <footer>All rights reserved by Harbour Times</footer></body></html>`;

describe("a whole page", () => {
  test("gives its article and says what it left out", async () => {
    const document = await read(page("<title>Harbour accounts to be published - Harbour Times</title>"), {
      address: "https://www.times.example/a?b#c",
    });
    expect(document.format).toBe("html");
    expect(document.blocks).toHaveLength(12);
    expect(outline(document.blocks)[0]).toMatch(/^paragraph: 1\. The harbour/);
    expect(document.metadata.title).toEqual({
      value: "Harbour accounts to be published",
      from: "the headline on the page",
    });
    expect(leftOutWords(document.dropped)).toContain("Kept as the title: Harbour accounts to be published");
    expect(leftOutWords(document.dropped)).toContain("Most read stories today");
    expect(leftOutWords(document.dropped)).toContain("All rights reserved by Harbour Times");
    expect(document.warnings).toEqual([]);
  });

  test("a short page is taken whole", async () => {
    const document = await read("<html><body><nav>Menu</nav><p>Short.</p></body></html>");
    expect(outline(document.blocks)).toEqual(["paragraph: Menu", "paragraph: Short."]);
  });

  test("however deep a page is nested, its article is told", async () => {
    const menu = `<nav>${"<a href='/x'>Sport pages</a> ".repeat(20)}</nav>`;
    const document = await read(`<html><body>${menu}${"<div>".repeat(20_000)}${paragraphs}`);
    expect(document.blocks).toHaveLength(12);
    expect(document.dropped).toHaveLength(1);
  });

  test("a page of scripts has nothing to read", async () => {
    await expect(read("<html><body><div id=app></div><script>render('text')</script></body></html>")).rejects.toThrow(
      "nothing-readable",
    );
  });

  test("content decides over the extension", async () => {
    expect((await read("<!doctype html><p>Words.</p>", { fileName: "a.txt", contentType: "text/plain" })).format).toBe(
      "html",
    );
    expect((await read("Just words.", { fileName: "a.html" })).format).toBe("text");
    expect((await read("# Words", { fileName: "a.md" })).format).toBe("markdown");
    expect((await read("# Words", { fileName: "a.txt" })).format).toBe("text");
  });

  test("a text that breaks off is announced", async () => {
    const cut = (end: string) =>
      read(`<p>${sentence}</p><p>${sentence} And then the board ${end}</p>`, { fileName: "a.html" });
    expect((await cut("went")).warnings).toEqual(["The copy may be cut: the last sentence has no full stop."]);
    expect((await cut("went.”")).warnings).toEqual([]);
  });
});

describe("metadata of a page", () => {
  const of = (head: string, body = "", address = "https://www.times.example/a") => read(page(head, body), { address });

  test("JSON-LD goes first, in arrays and graphs, with references", async () => {
    const graph = JSON.stringify({
      "@context": "https://schema.org",
      "@graph": [
        { "@type": "WebPage", datePublished: "2020-01-01" },
        {
          "@type": ["NewsArticle"],
          headline: "Harbour accounts to be published",
          author: [{ "@type": "Person", name: "Ada Muster" }, { "@id": "#p2" }, "Ben Beispiel"],
          publisher: { "@id": "#org" },
          datePublished: "2024-02-29T23:30:00-05:00",
        },
        { "@type": "Organization", "@id": "#org", name: "Harbour &amp; Sea Times" },
        { "@type": "Person", "@id": "#p2", name: "Cy Prus" },
      ],
    });
    const { metadata } = await of(
      `<script type="application/ld+json">[${graph}]</script><meta property="og:site_name" content="Other">`,
    );
    const from = "the page's own data (JSON-LD)";
    expect(metadata.byline).toEqual({ value: ["Ada Muster", "Cy Prus", "Ben Beispiel"], from });
    expect(metadata.publisher).toEqual({ value: "Harbour & Sea Times", from });
    expect(metadata.published).toEqual({ value: "2024-02-29T23:30:00-05:00", from });
    expect(metadata.language).toEqual({ value: "en-GB", from: "the page's lang attribute" });
  });

  test("Open Graph and meta tags fill in", async () => {
    const { metadata } = await of(
      '<meta property="og:title" content="Harbour accounts | Times"><meta name="author" content="Ada Muster">' +
        '<meta property="article:published_time" content="2024-03-05T08:00:00Z"><meta property="og:site_name" content="Times">',
    );
    expect(metadata.published).toEqual({ value: "2024-03-05T08:00:00Z", from: "Open Graph" });
    expect(metadata.byline).toEqual({ value: ["Ada Muster"], from: "the page's meta tags" });
    expect(metadata.publisher).toEqual({ value: "Times", from: "Open Graph" });
    expect(metadata.title?.value).toBe("Harbour accounts to be published");
  });

  test("a title without a headline on the page loses the site's name", async () => {
    const head = '<title>Harbour accounts | The Times</title><meta property="og:site_name" content="The Times">';
    const document = await read(`<html><head>${head}</head><body>${paragraphs}</body></html>`);
    expect(document.metadata.title?.value).toBe("Harbour accounts");
  });

  test("what stands by the headline fills in: who wrote it, when it came out, when it changed", async () => {
    const said = "<p>By Ada Muster, Staff Writer</p><p>Published 5 March 2024 | Updated March 9, 2024</p>";
    const { metadata } = await of("", said);
    expect(metadata.byline).toEqual({ value: ["Ada Muster"], from: "the byline on the page" });
    expect(metadata.published).toEqual({ value: "2024-03-05", from: "the words by the headline" });
    expect(metadata.modified).toEqual({ value: "2024-03-09", from: "the words by the headline" });
  });

  test("a day in the address is the last resort, and a change is no publication", async () => {
    const address = "https://www.times.example/2024/03/05/accounts";
    expect((await of("", "", address)).metadata.published).toEqual({ value: "2024-03-05", from: "the page's address" });
    const changed = await of(
      '<meta property="article:modified_time" content="2024-03-09">',
      "<time>9 March 2024</time>",
    );
    expect(changed.metadata.published).toBeNull();
    expect(changed.metadata.modified).toEqual({ value: "2024-03-09", from: "Open Graph" });
  });

  test("section and picture come along, and data that name the publisher as the author do not count", async () => {
    const data = {
      "@type": "NewsArticle",
      author: { name: "Times" },
      publisher: { name: "Times" },
      articleSection: "City",
    };
    const { metadata } = await of(
      `<script type="application/ld+json">${JSON.stringify(data)}</script><meta property="og:image" content="/a.jpg">`,
      '<p><a rel="author" href="/ada">Ada Muster</a></p>',
    );
    expect(metadata.section).toEqual({ value: "City", from: "the page's own data (JSON-LD)" });
    expect(metadata.image).toEqual({ value: "https://www.times.example/a.jpg", from: "Open Graph" });
    expect(metadata.byline).toEqual({ value: ["Ada Muster"], from: "the byline on the page" });
  });

  test("two dates are announced", async () => {
    const document = await of(
      '<meta property="article:published_time" content="2024-03-05"><meta name="date" content="2024-03-07">',
    );
    expect(document.metadata.published?.value).toBe("2024-03-05");
    expect(document.warnings.join()).toContain("2024-03-07");
  });

  test.each(["2023-02-29", "yesterday", "2024-13-01", "04/03/2024", "12024-01-01"])("%s is no date", async (date) => {
    expect((await of(`<meta name="date" content="${date}">`)).metadata.published).toBeNull();
  });

  test("a canonical address counts on the same site only", async () => {
    expect((await of('<link rel=canonical href="/b?x=1">')).metadata.address?.value).toBe(
      "https://www.times.example/b?x=1",
    );
    const elsewhere = await of('<link rel=canonical href="https://famous.example/b">');
    expect(elsewhere.metadata.address).toEqual({ value: "https://www.times.example/a", from: "where it was fetched" });
    expect(elsewhere.warnings.join()).toContain("https://famous.example/b");
    expect((await of('<link rel=canonical href="javascript:alert(1)">')).metadata.address?.value).toBe(
      "https://www.times.example/a",
    );
  });

  test("values are one clean line of bounded length", async () => {
    const { metadata } = await of(`<meta name=author content="A\u202Eda&#10;&#7; Mu\u0308ller ${"x".repeat(5000)}">`);
    const name = metadata.byline?.value.join("") ?? "";
    expect(name).toMatch(/^A da Müller x+…$/);
    expect(name.length).toBeLessThanOrEqual(300);
  });

  test.each([
    "{",
    "[[[[",
    '{"@type":"NewsArticle","headline":{"a":1},"author":[[],7,null],"datePublished":5}',
    "null",
    '"x"',
  ])("broken JSON-LD is passed over: %s", async (json) => {
    const { metadata } = await of(`<script type="application/ld+json">${json}</script>`);
    expect(metadata.byline).toBeNull();
    expect(metadata.published).toBeNull();
  });
});
