import { describe, expect, test } from "vitest";
import { leftOutWords } from "#lib/formats/import/left-out.ts";
import { readPasted } from "#lib/formats/import/read-document.ts";
import { marked, outline, read } from "#tests/formats/reading.ts";

const text = (value: string) => read(value, { fileName: "a.txt" });
const markdown = (value: string) => read(value, { fileName: "a.md" });

describe("plain text", () => {
  test("blank lines part paragraphs, single breaks are spaces", async () => {
    expect(outline((await text("First line,\r\nsecond.\r\n \r\n\r\nNext one.")).blocks)).toEqual([
      "paragraph: First line, second.",
      "paragraph: Next one.",
    ]);
  });

  test("without a blank line every line is a paragraph", async () => {
    expect(outline((await text("One.\nTwo\nThree")).blocks)).toEqual([
      "paragraph: One.",
      "paragraph: Two",
      "paragraph: Three",
    ]);
  });

  test("a short first line without a stop is the title", async () => {
    const document = await text("A ship came in\n\nIt was late.");
    expect(document.metadata.title).toEqual({ value: "A ship came in", from: "the first line" });
    expect(outline(document.blocks)).toEqual(["paragraph: It was late."]);
    expect(leftOutWords(document.dropped)).toEqual(["Kept as the title: A ship came in"]);
  });

  test.each(["A ship came in.\n\nIt was late.", "A ship\ncame in\n\nIt was late.", "A ship came in"])(
    "%j has no title",
    async (value) => {
      expect((await text(value)).metadata.title).toBeNull();
    },
  );

  test("markup in plain text stays text", async () => {
    expect(outline((await text("a <b>b</b> & c")).blocks)).toEqual(["paragraph: a <b>b</b> & c"]);
  });
});

describe("Markdown", () => {
  test("becomes blocks with marks", async () => {
    const source =
      "# Title\n\nSome *soft* and **hard** words, [a link](https://a.example/).\n\n> quoted\n\n- one\n- two\n\n|a|b|\n|-|-|\n|1|2|\n\n```\ncode\n```\n";
    const document = await markdown(source);
    expect(document.format).toBe("markdown");
    expect(document.metadata.title).toEqual({ value: "Title", from: "the first heading" });
    expect(outline(document.blocks)).toEqual([
      "paragraph: Some soft and hard words, a link.",
      "quotation: quoted",
      "list-item: one",
      "list-item: two",
      "table-row: a\tb",
      "table-row: 1\t2",
      "code: code",
    ]);
    expect(marked(document.blocks)).toContain("a link[link https://a.example/]");
  });

  test("simple front matter is read, and only at the top", async () => {
    const { metadata, blocks } = await markdown(
      '---\ntitle: "A: b"\nauthor: Ada\ndate: 2024-03-05\ntags:\n  - x\n---\n\nText.\n',
    );
    expect(metadata.title).toEqual({ value: "A: b", from: "the front matter" });
    expect(metadata.byline?.value).toEqual(["Ada"]);
    expect(metadata.published?.value).toBe("2024-03-05");
    expect(outline(blocks)).toEqual(["paragraph: Text."]);
    expect(outline((await markdown("---\n\nA rule, then text without a key.\n\n---\n\nMore.")).blocks)).toHaveLength(2);
  });

  test("raw HTML passes the same reader", async () => {
    const document = await markdown(
      'a <script>alert(1)</script><a href="javascript:alert(1)">b</a>\n\n<div onclick="x()">c <b>d</b></div>\n',
    );
    expect(marked(document.blocks)).toEqual(["a b", "c ", "d[strong]"]);
  });

  test("footnotes stay without their way back", async () => {
    expect(outline((await markdown("Text[^1].\n\n[^1]: A note.\n")).blocks)).toEqual([
      "paragraph: Text1.",
      "list-item: A note.",
    ]);
  });

  test("a long text is read whole", async () => {
    const source = `${Array.from({ length: 4000 }, (_, index) => `Paragraph ${index} with a [link][x] in it.`).join("\n\n")}\n\n[x]: https://x.example/\n`;
    const { blocks } = await markdown(source);
    expect(blocks).toHaveLength(4000);
    expect(marked(blocks.slice(0, 1))).toContain("link[link https://x.example/]");
  });
});

describe("what is pasted", () => {
  const paste = async (html: string, plain = "plain") => {
    const result = await readPasted({ text: plain, html });
    if (!result.ok) throw new Error(result.error.kind);
    return result.value;
  };

  test("a text editor's HTML is taken whole, with its styles as marks", async () => {
    const html = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:400;font-style:normal">Plain </span><span style="font-weight:700">bold</span></p></b>`;
    expect(marked((await paste(html)).blocks)).toEqual(["Plain ", "bold[strong]"]);
  });

  test("a word processor's lists are list items without their bullets", async () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{}</style></head><body><!--StartFragment--><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>A point<o:p></o:p></p><!--EndFragment--></body></html>`;
    expect(outline((await paste(html)).blocks)).toEqual(["list-item: A point"]);
  });

  test("HTML without text falls back to the plain text", async () => {
    expect((await paste("<img src=x>", "Words.")).format).toBe("text");
  });

  test("nothing at all is refused", async () => {
    expect(await readPasted({ text: " " })).toEqual({ ok: false, error: { kind: "empty" } });
    expect(await readPasted({ text: "", html: "<script>x</script>" })).toEqual({
      ok: false,
      error: { kind: "nothing-readable" },
    });
  });
});
