import { describe, expect, test } from "vitest";
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
  test("gives its article and says what it left out", () => {
    const document = read(page("<title>Harbour accounts to be published - Harbour Times</title>"), {
      address: "https://www.times.example/a?b#c",
    });
    expect(document.format).toBe("html");
    expect(document.blocks).toHaveLength(12);
    expect(outline(document.blocks)[0]).toMatch(/^paragraph: 1\. The harbour/);
    expect(document.metadata.title).toEqual({
      value: "Harbour accounts to be published",
      from: "the headline on the page",
    });
    expect(document.leftOut).toContain("Kept as the title: Harbour accounts to be published");
    expect(document.leftOut).toContain("Most read stories today");
    expect(document.leftOut).toContain("All rights reserved by Harbour Times");
    expect(document.warnings).toEqual([]);
  });

  test("a short page is taken whole", () => {
    const document = read("<html><body><nav>Menu</nav><p>Short.</p></body></html>");
    expect(outline(document.blocks)).toEqual(["paragraph: Menu", "paragraph: Short."]);
  });

  test("a page that is nested too deep to find its article is taken whole, and that is said", () => {
    const document = read(`<html><body>${"<div>".repeat(400)}${paragraphs}`);
    expect(document.blocks).toHaveLength(12);
    expect(document.warnings.join()).toContain("the whole page was taken");
  });

  test("a page of scripts has nothing to read", () => {
    expect(() => read("<html><body><div id=app></div><script>render('text')</script></body></html>")).toThrow(
      "nothing-readable",
    );
  });

  test("content decides over the extension", () => {
    expect(read("<!doctype html><p>Words.</p>", { fileName: "a.txt", contentType: "text/plain" }).format).toBe("html");
    expect(read("Just words.", { fileName: "a.html" }).format).toBe("text");
    expect(read("# Words", { fileName: "a.md" }).format).toBe("markdown");
    expect(read("# Words", { fileName: "a.txt" }).format).toBe("text");
  });

  test("a text that breaks off is announced", () => {
    const cut = (end: string) =>
      read(`<p>${sentence}</p><p>${sentence} And then the board ${end}</p>`, { fileName: "a.html" });
    expect(cut("went").warnings).toEqual(["The copy may be cut: the last sentence has no full stop."]);
    expect(cut("went.”").warnings).toEqual([]);
  });
});

describe("metadata of a page", () => {
  const of = (head: string, body = "", address = "https://www.times.example/a") => read(page(head, body), { address });

  test("JSON-LD goes first, in arrays and graphs, with references", () => {
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
    const { metadata } = of(
      `<script type="application/ld+json">[${graph}]</script><meta property="og:site_name" content="Other">`,
    );
    const from = "the page's own data (JSON-LD)";
    expect(metadata.byline).toEqual({ value: "Ada Muster, Cy Prus, Ben Beispiel", from });
    expect(metadata.publisher).toEqual({ value: "Harbour & Sea Times", from });
    expect(metadata.publishedOn).toEqual({ value: "2024-02-29", from });
    expect(metadata.language).toEqual({ value: "en-GB", from: "the page's lang attribute" });
  });

  test("Open Graph and meta tags fill in", () => {
    const { metadata } = of(
      '<meta property="og:title" content="Harbour accounts | Times"><meta name="author" content="Ada Muster">' +
        '<meta property="article:published_time" content="2024-03-05T08:00:00Z"><meta property="og:site_name" content="Times">',
    );
    expect(metadata.publishedOn).toEqual({ value: "2024-03-05", from: "Open Graph" });
    expect(metadata.byline).toEqual({ value: "Ada Muster", from: "the page's meta tags" });
    expect(metadata.publisher).toEqual({ value: "Times", from: "Open Graph" });
    expect(metadata.title?.value).toBe("Harbour accounts");
  });

  test("two dates are announced", () => {
    const document = of(
      '<meta property="article:published_time" content="2024-03-05"><meta name="date" content="2024-03-07">',
    );
    expect(document.metadata.publishedOn?.value).toBe("2024-03-05");
    expect(document.warnings.join()).toContain("2024-03-07");
  });

  test.each(["2023-02-29", "yesterday", "2024-13-01", "05.03.2024", "12024-01-01"])("%s is no date", (date) => {
    expect(of(`<meta name="date" content="${date}">`).metadata.publishedOn).toBeNull();
  });

  test("a canonical address counts on the same site only", () => {
    expect(of('<link rel=canonical href="/b?x=1">').metadata.address?.value).toBe("https://www.times.example/b?x=1");
    const elsewhere = of('<link rel=canonical href="https://famous.example/b">');
    expect(elsewhere.metadata.address).toEqual({ value: "https://www.times.example/a", from: "where it was fetched" });
    expect(elsewhere.warnings.join()).toContain("https://famous.example/b");
    expect(of('<link rel=canonical href="javascript:alert(1)">').metadata.address?.value).toBe(
      "https://www.times.example/a",
    );
  });

  test("values are one clean line of bounded length", () => {
    const { metadata } = of(`<meta name=author content="A\u202Eda&#10;&#7; Mu\u0308ller ${"x".repeat(5000)}">`);
    expect(metadata.byline?.value).toMatch(/^A da Müller x+…$/);
    expect(metadata.byline?.value.length).toBeLessThanOrEqual(300);
  });

  test.each([
    "{",
    "[[[[",
    '{"@type":"NewsArticle","headline":{"a":1},"author":[[],7,null],"datePublished":5}',
    "null",
    '"x"',
  ])("broken JSON-LD is passed over: %s", (json) => {
    const { metadata } = of(`<script type="application/ld+json">${json}</script>`);
    expect(metadata.byline).toBeNull();
    expect(metadata.publishedOn).toBeNull();
  });
});
