import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BlockDraft } from "#lib/domain/block.ts";
import { readEpub } from "#lib/formats/import/epub/read-epub.ts";
import type { EpubPlan } from "#tests/support/make-epub.ts";
import { makeEpub } from "#tests/support/make-epub.ts";
import { makeZip } from "#tests/support/make-zip.ts";

const shown = (blocks: readonly BlockDraft[]) =>
  blocks.map((block) => `${block.type}: ${block.runs.map((run) => run.text).join("")}`);

async function read(plan: EpubPlan) {
  const result = await readEpub(makeEpub(plan));
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

async function kindOf(bytes: Uint8Array): Promise<string> {
  const result = await readEpub(bytes);
  return result.ok ? "ok" : result.error.kind;
}

const chapter = (name: string, body: string) => ({ name, body });

describe("books", () => {
  test("chapters come in the order of the spine, with their marks", async () => {
    const { blocks, format } = await read({
      chapters: [
        chapter("text/b.xhtml", "<h1>One</h1><p>The <em>first</em> words.</p>"),
        chapter("text/a ä.xhtml", '<h1>Two</h1><p>See <a href="https://a.example/">the rest</a>.<a id="x"/> More.</p>'),
      ],
    });
    expect(format).toBe("epub");
    expect(shown(blocks)).toEqual([
      "heading: One",
      "paragraph: The first words.",
      "heading: Two",
      "paragraph: See the rest. More.",
    ]);
    expect(blocks[1]?.runs[1]).toEqual({ text: "first", marks: [{ type: "emphasis" }] });
  });

  test("navigation and what is not in the run of the text are dropped", async () => {
    const { blocks, dropped } = await read({
      chapters: [
        { name: "nav.xhtml", body: "<nav epub:type='toc'><ol><li>One</li></ol></nav>", properties: "nav" },
        chapter("contents.xhtml", "<p>One, page 3</p>"),
        chapter("one.xhtml", "<p>The text.</p><nav>Next</nav>"),
        { name: "answers.xhtml", body: "<p>Answers.</p>", linear: false },
      ],
      guide: '<guide><reference type="toc" href="contents.xhtml#top"/></guide>',
    });
    expect(shown(blocks)).toEqual(["paragraph: The text."]);
    expect(shown(dropped.map(({ block }) => block))).toEqual([
      "list-item: One",
      "paragraph: One, page 3",
      "paragraph: Next",
      "paragraph: Answers.",
    ]);
    expect(dropped.map(({ before }) => before)).toEqual([0, 0, 0, 1]);
  });

  test("footnotes are blocks of their own", async () => {
    const body = `<p>It lost money.<a epub:type="noteref" href="#n1"><sup>1</sup></a></p>
      <aside epub:type="footnote" id="n1"><p>1 Accounts for 2025.</p></aside><ol><li role="doc-endnote">2 Others.</li></ol>`;
    const { blocks } = await read({ chapters: [chapter("one.xhtml", body)] });
    expect(shown(blocks)).toEqual([
      "paragraph: It lost money.1",
      "footnote: 1 Accounts for 2025.",
      "footnote: 2 Others.",
    ]);
    expect(blocks[0]?.runs[1]).toEqual({ text: "1", marks: [{ type: "superscript" }] });
  });

  test("the package says who wrote it, and when", async () => {
    const { metadata } = await read({
      chapters: [chapter("one.xhtml", "<p>Text.</p>")],
      metadata: `<dc:title id="t">A Slower Ledger</dc:title><dc:creator id="a">Odile Farrant</dc:creator><dc:creator opf:role="ill">Padma Ellery</dc:creator>
        <meta refines="#a" property="role">aut</meta><dc:publisher>The Lantern</dc:publisher><dc:date>2026-06-12T00:00:00Z</dc:date>
        <meta property="dcterms:modified">2026-06-13T10:00:00Z</meta><dc:language>en-gb</dc:language>`,
    });
    expect(metadata).toMatchObject({
      title: { value: "A Slower Ledger", from: "the book's metadata" },
      byline: { value: ["Odile Farrant"] },
      publisher: { value: "The Lantern" },
      published: { value: "2026-06-12" },
      modified: { value: "2026-06-13" },
      language: { value: "en-GB" },
    });
  });
});

describe("books that cannot be read", () => {
  const chapters = [chapter("one.xhtml", "<p>The text.</p>")];

  test("scrambled fonts are no hindrance, encrypted chapters are", async () => {
    const fonts = makeEpub({ chapters, encrypted: { "font.otf": "http://www.idpf.org/2008/embedding" } });
    expect(await kindOf(fonts)).toBe("ok");
    const locked = makeEpub({ chapters, encrypted: { "one.xhtml": "http://www.w3.org/2001/04/xmlenc#aes256-cbc" } });
    expect(await kindOf(locked)).toBe("encrypted");
  });

  test("no container, no package, no chapter", async () => {
    expect(await kindOf(new Uint8Array(10))).toBe("damaged");
    expect(await kindOf(makeZip([{ name: "mimetype", data: "application/epub+zip" }]))).toBe("damaged");
    expect(await kindOf(makeEpub({ chapters: [] }))).toBe("damaged");
  });

  test("nothing of a script survives", async () => {
    const { blocks } = await read({
      chapters: [chapter("one.xhtml", '<p onclick="x()">A<script>alert(1)</script><a href="javascript:x()">b</a></p>')],
    });
    expect(JSON.stringify(blocks)).not.toMatch(/alert|javascript|onclick/);
  });

  test("books with bytes changed or cut out are read or refused", async () => {
    const sample = makeEpub({ chapters, metadata: "<dc:title>T</dc:title>" });
    const change = fc.record({ at: fc.nat(sample.length), length: fc.nat(30), put: fc.uint8Array({ maxLength: 12 }) });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, length, put }) => {
        const bytes = Buffer.concat([sample.subarray(0, at), put, sample.subarray(at + length)]);
        expect(typeof (await kindOf(new Uint8Array(bytes)))).toBe("string");
      }),
      { numRuns: 100 },
    );
  });

  test("whatever is in the package and the chapters, a book is read or refused", async () => {
    const markup = fc.array(
      fc.constantFrom(
        "<p>",
        "</p>",
        "<a/>",
        "<",
        "&amp;",
        "&x;",
        "<dc:title>",
        "</dc:title>",
        "<!DOCTYPE a>",
        "x",
        "\u0000",
      ),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(markup, markup, async (metadata, body) => {
        const bytes = makeEpub({ chapters: [chapter("a.xhtml", body.join(""))], metadata: metadata.join("") });
        expect(typeof (await kindOf(bytes))).toBe("string");
      }),
      { numRuns: 60 },
    );
  });
});
