import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeText } from "#lib/domain/text.ts";
import { leftOutWords } from "#lib/formats/import/left-out.ts";
import { readDocument, readPasted } from "#lib/formats/import/read-document.ts";

const runs = { numRuns: 300 };
const fileName = fc.constantFrom("a.txt", "a.md", "a.html", "a", "a.pdf", "a.vtt", "a.mhtml", "a.docx");
const contentType = fc.constantFrom(
  "",
  "text/html",
  "text/html; charset=shift_jis",
  "text/plain; charset=utf-16le",
  "text/markdown",
);

/** Text that has every sign of markup in it, and words to find again. */
const words = fc
  .array(
    fc.constantFrom(
      "alpha",
      "<",
      ">",
      "&",
      "&amp;",
      "<b>",
      "</p>",
      "<!--",
      "-->",
      "]]>",
      '"',
      "'",
      "é",
      "😀",
      "<script>",
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => `x${parts.join(" ")}x`);

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const inlineTag = fc.constantFrom("b", "i", "em", "strong", "sub", "sup", "span", "font", "u", "custom-tag");
const blockTag = fc.constantFrom("p", "div", "section", "blockquote", "h2", "li", "article");

const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          "<p>",
          "</p>",
          "<div>",
          "</div>",
          "<table>",
          "<tr>",
          "<td>",
          "</table>",
          "<ul>",
          "<li>",
          "<a href='javascript:x'>",
        ],
        ...[
          '<a href="https://a.example/?q=<b>">',
          "</a>",
          "<b>",
          "</b>",
          "<i>",
          "<br>",
          "<br><br>",
          "<pre>",
          "</pre>",
          "<svg>",
          "</svg>",
        ],
        ...[
          "<math>",
          "<script>",
          "</script>",
          "<!--",
          "-->",
          "<template>",
          "</template>",
          "<img alt='a<b' src=x onerror=alert(1)>",
        ],
        ...[
          "<html>",
          "<body>",
          "<head>",
          "<title>",
          "<base href=javascript:>",
          "&#0;",
          "&#xD800;",
          "&lt;",
          "<![CDATA[",
          "]]>",
          "<select>",
        ],
      ),
      fc.string({ maxLength: 8 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

describe("import, whatever comes", () => {
  test("bytes are read or refused, never thrown at", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fileName, contentType, async (bytes, name, type) => {
        const result = await readDocument({ bytes, fileName: name, contentType: type });
        if (result.ok) expect(composeText(result.value.blocks).blocks.length).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });

  test("strings in any format are read or refused", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 500 }), fileName, async (text, name) => {
        await readDocument({ bytes: new TextEncoder().encode(text), fileName: name });
        await readPasted({ text, html: text });
      }),
      runs,
    );
  });

  test("tag soup gives well-formed text and only safe links", async () => {
    await fc.assert(
      fc.asyncProperty(soup, fc.constantFrom("a.html", "a.md"), async (html, name) => {
        const result = await readDocument({
          bytes: new TextEncoder().encode(`<p>x${html}`),
          fileName: name,
          address: "https://p.example/a",
        });
        if (!result.ok) return;
        const { text, blocks } = composeText(result.value.blocks);
        expect(text.isWellFormed()).toBe(true);
        for (const mark of blocks.flatMap((block) => block.marks)) {
          if (mark.type === "link") expect(mark.href).toMatch(/^(?:https?:\/\/|mailto:)/);
        }
        for (const left of leftOutWords(result.value.dropped)) expect(left.length).toBeLessThanOrEqual(200);
      }),
      { numRuns: 1000 },
    );
  });

  test("what was text is the text, whatever it looks like; what was markup is not", async () => {
    const inline = fc.array(fc.tuple(fc.option(inlineTag, { nil: null }), words), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(blockTag, inline), { minLength: 1, maxLength: 6 }), async (blocks) => {
        const html = blocks
          .map(([tag, pieces]) => {
            const inside = pieces.map(([mark, text]) =>
              mark === null ? escaped(text) : `<${mark} title="<no>">${escaped(text)}</${mark}>`,
            );
            return `<${tag} class="no" data-x='<no>'>${inside.join(" ")}</${tag}><!-- <p>no</p> --><script>"<p>no</p>"</script>`;
          })
          .join("\n");
        const result = await readPasted({ text: "", html });
        const expected = blocks.map(([, pieces]) =>
          pieces
            .map(([, text]) => text)
            .join(" ")
            .normalize("NFC"),
        );
        expect(result.ok && composeText(result.value.blocks).text).toBe(expected.join("\n\n"));
      }),
      runs,
    );
  });

  test("plain text comes back word for word", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 2, maxLength: 6 }), async (paragraphs) => {
        const result = await readPasted({ text: paragraphs.map((paragraph) => `${paragraph}.`).join("\n\n") });
        expect(result.ok && composeText(result.value.blocks).text).toBe(
          paragraphs.map((paragraph) => `${paragraph}.`).join("\n\n"),
        );
      }),
      runs,
    );
  });
});
