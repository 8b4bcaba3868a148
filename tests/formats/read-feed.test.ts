import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { feedsOfPage, readFeed } from "#lib/formats/feeds/read-feed.ts";
import { processorTime } from "#tests/support/processor-time.ts";

const address = "https://www.times.example/feeds/all.xml";

function read(source: string | Uint8Array) {
  const result = readFeed(typeof source === "string" ? new TextEncoder().encode(source) : source, address);
  if (!result.ok) throw new Error(`refused: ${result.error.kind}`);
  return result.value;
}

const refused = (source: string) => {
  const result = readFeed(new TextEncoder().encode(source), address);
  return result.ok ? "read" : result.error.kind;
};

describe("feeds", () => {
  test("RSS, with escaped titles and dates of mails", () => {
    const { title, items } =
      read(`<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
      <channel><title>The &amp;amp; Times</title><link>https://www.times.example/</link>
      <item><title>Ships &amp;amp; &lt;b&gt;sails&lt;/b&gt;</title><link>/a?x=1&amp;y=2</link><guid isPermaLink="false">n1</guid>
        <pubDate>Tue, 05 Mar 2024 23:30:00 +0100</pubDate><description><![CDATA[<p>It was <i>late</i>.</p>]]></description>
        <content:encoded><![CDATA[<p>All of it.</p>]]></content:encoded></item>
      <item><title>Second</title><guid>https://www.times.example/b</guid><pubDate>soon</pubDate></item>
      <item><title>Second again</title><guid>https://www.times.example/b</guid></item>
      <item><title>Script</title><link>javascript:alert(1)</link></item></channel></rss>`);
    expect(title).toBe("The & Times");
    expect(items).toEqual([
      {
        id: "n1",
        title: "Ships & sails",
        address: "https://www.times.example/a?x=1&y=2",
        published: "2024-03-05T23:30:00+01:00",
        summary: "It was late.",
        html: "<p>All of it.</p>",
      },
      {
        id: "https://www.times.example/b",
        title: "Second",
        address: "https://www.times.example/b",
        published: null,
        summary: "",
        html: "",
      },
    ]);
  });

  test("Atom", () => {
    const { title, items } = read(`<feed xmlns="http://www.w3.org/2005/Atom"><title>Times</title>
      <entry><id>tag:1</id><title type="html">&lt;i&gt;One&lt;/i&gt;</title><link rel="self" href="/self"/><link href="one"/>
      <updated>2024-03-06T10:00:00Z</updated><published>2024-03-05T10:00:00.5+02:00</published><summary>Short.</summary>
      <content type="html">&lt;p&gt;Long.&lt;/p&gt;</content></entry></feed>`);
    expect(title).toBe("Times");
    expect(items).toEqual([
      {
        id: "tag:1",
        title: "One",
        address: "https://www.times.example/feeds/one",
        published: "2024-03-05T10:00:00.5+02:00",
        summary: "Short.",
        html: "<p>Long.</p>",
      },
    ]);
  });

  test("RDF and JSON Feed", () => {
    const rdf =
      read(`<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://x.example/"><title>Old</title></channel>
      <item rdf:about="https://x.example/1"><title>One</title><link>https://x.example/1</link><dc:date>2024-03-05</dc:date></item></rdf:RDF>`);
    expect(rdf.items[0]).toMatchObject({ title: "One", address: "https://x.example/1", published: "2024-03-05" });
    const json = read(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "J",
        items: [{ id: "1", url: "/j", title: "One", content_html: "<p>x</p>" }],
      }),
    );
    expect(json.items[0]).toMatchObject({ id: "1", address: "https://www.times.example/j", html: "<p>x</p>" });
  });

  test("an encoding other than UTF-8, as the XML declaration says", () => {
    const source = `<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>\xCF\xF0\xE8\xE2\xE5\xF2</title><item><title>a</title><link>/a</link></item></channel></rss>`;
    expect(read(new Uint8Array(Buffer.from(source, "latin1"))).title).toBe("Привет");
  });

  test("at most 500 items", () => {
    const items = Array.from(
      { length: 700 },
      (_, index) => `<item><title>t${index}</title><link>/${index}</link></item>`,
    );
    expect(read(`<rss version="2.0"><channel><title>x</title>${items.join("")}</channel></rss>`).items).toHaveLength(
      500,
    );
  });

  test("what is no feed, damaged, or has no items", () => {
    expect(refused("<!doctype html><p>Words")).toBe("not-a-feed");
    expect(refused("words")).toBe("not-a-feed");
    expect(refused('{"a":1}')).toBe("not-a-feed");
    expect(refused('<rss version="2.0"><channel><title>x</title></channel></rss>')).toBe("empty");
    expect(refused(`<rss version="2.0"><channel>${"<a>".repeat(100_000)}</channel></rss>`)).toBe("damaged");
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">${"bcdefgh".replace(/./g, (name, at) => `<!ENTITY ${name} "${`&${"abcdefgh"[at]};`.repeat(10)}">`)}]>`;
    const { items } = read(
      `${bomb}<rss version="2.0"><channel><title>&h;</title><item><title>&h;</title><link>/a</link></item></channel></rss>`,
    );
    expect(items[0]?.title.length).toBeLessThan(20);
  });
});

describe("feeds, whatever comes", () => {
  const pieces = [
    "<rss version='2.0'>",
    "<channel>",
    "<item>",
    "</item>",
    "<title>",
    "</title>",
    "<link>",
    "<![CDATA[",
    "]]>",
    "<feed xmlns='http://www.w3.org/2005/Atom'>",
    "<entry>",
    "&amp;",
    "&x;",
    "<!DOCTYPE x [",
    "<!ENTITY a 'b'>",
    "<?x",
    "?>",
    "<!--",
    "/>",
    "x",
    "</",
    "<rdf:RDF",
    "{",
    "}",
  ];

  test("bytes and pieces in any order are read or refused", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join("")),
          fc.string({ maxLength: 200 }),
        ),
        (text) => {
          for (const source of [
            text,
            `<rss version="2.0"><channel>${text}`,
            `{"version":"https://jsonfeed.org/version/1","items":[${text}`,
          ]) {
            const result = readFeed(new TextEncoder().encode(source), address);
            if (result.ok) for (const item of result.value.items) expect(item.address ?? "https:").toMatch(/^https?:/);
          }
        },
      ),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        readFeed(bytes, address);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ["unclosed CDATA", `<rss version='2.0'><channel>${"<![CDATA[".repeat(200_000)}`],
    ["unclosed comments", `<rss version='2.0'><channel>${"<!--".repeat(200_000)}`],
    ["unclosed items", `<rss version='2.0'><channel>${"<item><title>".repeat(100_000)}`],
    ["siblings", `<rss version='2.0'><channel>${"<item/>".repeat(190_000)}</channel></rss>`],
    ["angle brackets", `<rss version='2.0'>${"<".repeat(1_000_000)}`],
    ["attributes", `<rss version='2.0' ${"a='b' ".repeat(200_000)}><channel></channel></rss>`],
    ["deep JSON", `{"version":"https://jsonfeed.org/version/1","items":${"[".repeat(150)}${'{"a":['.repeat(200_000)}`],
  ])("%s", { timeout: 20_000 }, (_, source) => {
    const begun = processorTime();
    expect(refused(source)).toMatch(/./);
    expect(processorTime() - begun).toBeLessThan(5_000);
  });
});

test("the feeds that a page names", () => {
  const html = `<base href="https://cdn.example/x/"><link rel="alternate" type="application/rss+xml" title=" All  news " href="rss.xml">
    <link rel="stylesheet alternate" type="application/atom+xml" href="/atom"><link rel=alternate type="text/html" href="/de">
    <link rel=alternate type=application/rss+xml href="javascript:x"><link rel=alternate type=application/feed+json href="/atom">`;
  expect(feedsOfPage(html, "https://times.example/")).toEqual([
    { address: "https://cdn.example/x/rss.xml", title: "All news" },
    { address: "https://cdn.example/atom", title: "https://cdn.example/atom" },
  ]);
});
