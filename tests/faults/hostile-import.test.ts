import { describe, expect, test } from "vitest";
import { composeText } from "#lib/domain/text.ts";
import { readDocument, readPasted } from "#lib/formats/import/read-document.ts";
import { processorTime } from "#tests/support/processor-time.ts";

const alert = "alert(1)";

const targets = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "\u0001javascript:alert(1)",
  "java\tscript:alert(1)",
  "java\nscript:alert(1)",
  "java&#x0A;script:alert(1)",
  "&#106;avascript:alert(1)",
  "&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)",
  "&#0000106&#0000097vascript:alert(1)",
  "javascript&colon;alert(1)",
  "javascript&#58;alert(1)",
  "\u00A0javascript:alert(1)",
  "\uFEFFjavascript:alert(1)",
  "\u3000javascript:alert(1)",
  "javascript://paper.example/%0Aalert(1)",
  "javascript:/*https://paper.example*/alert(1)",
  "vbscript:msgbox(1)",
  "livescript:alert(1)",
  "mocha:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
  "DATA:image/svg+xml,<svg onload=alert(1)>",
  "blob:https://paper.example/0b6a",
  "filesystem:https://paper.example/x",
  "view-source:javascript:alert(1)",
  "feed:javascript:alert(1)",
  "jar:javascript:alert(1)!",
  "about:blank",
  "file:///etc/passwd",
  "\\\\host\\share",
  "intent://x#Intent;scheme=javascript;end",
  "ms-word:ofe|u|https://a.example/x.docx",
  "tel:112",
  "urn:x",
  "ws://a.example",
];

const payloads = [
  "<script>alert(1)</script>",
  "<SCRIPT SRC=//e.example/x.js></SCRIPT>",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "<script\u000C>alert(1)</script >",
  "<script>alert(1)//",
  "<img src=x onerror=alert(1)>",
  "<img/src=x/onerror=alert(1)//",
  '<img src="x` `<script>alert(1)</script>"` `>',
  "<svg onload=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
  "<svg><animate onbegin=alert(1) attributeName=x></svg>",
  "<svg><foreignObject><body onload=alert(1)><a href='javascript:alert(1)'>x</a></foreignObject></svg>",
  "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
  "<math href='javascript:alert(1)'>x</math>",
  "<math><a xlink:href='javascript:alert(1)'>x</a></math>",
  "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
  "<template><script>alert(1)</script></template>",
  "<template><a href='javascript:alert(1)'>x</a></template>",
  "<iframe src='javascript:alert(1)'></iframe>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<object data='javascript:alert(1)'><a href='javascript:alert(1)'>x</a></object>",
  "<embed src='javascript:alert(1)'>",
  "<form action='javascript:alert(1)'><button formaction='javascript:alert(1)'>x</button></form>",
  "<input type=image src=x onerror=alert(1)>",
  "<isindex action='javascript:alert(1)' type=image>",
  "<body onload=alert(1)>",
  "<body background='javascript:alert(1)'>",
  "<base href='javascript:alert(1)//'><a href='/x'>x</a>",
  "<base href='data:text/html,'><a href='x'>x</a>",
  "<link rel=stylesheet href='javascript:alert(1)'>",
  "<link rel=canonical href='javascript:alert(1)'>",
  "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
  "<meta property='og:url' content='javascript:alert(1)'>",
  "<style>@import 'javascript:alert(1)';</style>",
  "<div style='background:url(javascript:alert(1))'>x</div>",
  "<div style='width:expression(alert(1))'>x</div>",
  "<xss onclick=alert(1) style=display:block>x</xss>",
  "<details open ontoggle=alert(1)>x</details>",
  "<video><source onerror=alert(1)></video>",
  "<audio src=x onerror=alert(1)></audio>",
  "<marquee onstart=alert(1)>x</marquee>",
  "<table background='javascript:alert(1)'><tr><td>x</table>",
  "<a href='javascript:alert(1)'><b>x</b></a>",
  "<a href='https://ok.example' onclick=alert(1)>x</a>",
  "<a href='https://ok.example'><a href='javascript:alert(1)'>x</a></a>",
  "<a\u000Bhref='javascript:alert(1)'>x</a>",
  "<area href='javascript:alert(1)'>",
  "<a ping='javascript:alert(1)' href='javascript:alert(1)'>x</a>",
  "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
  "<!--><img src=x onerror=alert(1)>-->",
  "<![CDATA[<script>alert(1)</script>]]>",
  "<?xml version='1.0'?><?xml-stylesheet href='javascript:alert(1)'?>",
  "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><p>&e;</p>",
  "<plaintext><script>x",
  "<xmp><p title='</xmp><img src onerror=alert(1)>'></xmp>",
  "<textarea></textarea><script>alert(1)</script>",
  "<title></title><script>alert(1)</script>",
  "<listing>&lt;img onerror=alert(1) src=x&gt;</listing>",
  "<select><template><a href='javascript:alert(1)'>x</a></template></select>",
  "<b><p><a href='javascript:alert(1)'></b>x</a>",
  "<p>[x](javascript:alert(1))</p>",
  "[x](javascript:alert(1)) [y](<java\nscript:alert(1)>) <javascript:alert(1)> ![z](javascript:alert(1))",
  "[x]\n\n[x]: javascript:alert(1)",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  '<a href="javascript:alert(1)" markdown=1>x</a>',
  ...targets.flatMap((target) => [`<a href="${target}">x</a>`, `<p><a href='${target}'>x</a> y</p>`, `[x](${target})`]),
];

async function linksOf(bytes: Uint8Array, fileName: string): Promise<string[]> {
  const result = await readDocument({ bytes, fileName, address: "https://paper.example/a" });
  if (!result.ok) return [];
  const addresses = [result.value.metadata.address?.value ?? "https://none.example/"];
  for (const mark of composeText(result.value.blocks).blocks.flatMap((block) => block.marks)) {
    if (mark.type === "link") addresses.push(mark.href);
  }
  return addresses;
}

const story =
  `<p>${"The board met on Tuesday and agreed, after a long debate, to publish its accounts. ".repeat(5)}</p>`.repeat(5);

describe("hostile markup", () => {
  test(`none of ${payloads.length} payloads leaves a link of another scheme, in any wrapping`, async () => {
    expect(payloads.length).toBeGreaterThan(60);
    for (const payload of payloads) {
      for (const [text, name] of [
        [payload, "a.html"],
        [payload, "a.md"],
        [`<!doctype html><html><head>${payload}</head><body>${story}</body></html>`, "a.html"],
        [`<!doctype html><html><body><article>${story}${payload}${story}</article></body></html>`, "a.html"],
      ] as const) {
        for (const link of await linksOf(new TextEncoder().encode(text), name)) {
          expect.soft(link, payload).toMatch(/^(?:https?:\/\/|mailto:)/);
        }
      }
    }
  });

  test("what was inside scripts, styles and attributes is not in the text", async () => {
    for (const payload of payloads.slice(0, 12)) {
      const result = await readPasted({ text: "", html: `<p>before</p>${payload}` });
      const text = result.ok ? composeText(result.value.blocks).text : "";
      expect.soft(text.startsWith("before"), payload).toBe(true);
      if (!payload.includes("ipt>alert")) expect.soft(text.includes(alert), payload).toBe(false);
    }
  });

  test("object prototypes are not touched", async () => {
    const json =
      '{"__proto__":{"polluted":1},"@type":"NewsArticle","constructor":{"prototype":{"polluted":1}},"headline":"x"}';
    await linksOf(
      new TextEncoder().encode(`<html><script type="application/ld+json">${json}</script>${story}`),
      "a.html",
    );
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    expect(await linksOf(new TextEncoder().encode("---\n__proto__: x\n---\n\nText."), "a.md")).toHaveLength(1);
  });
});

describe("markup built to exhaust the reader", () => {
  const many = (count: number, piece: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => piece(index)).join("");

  test.each([
    ["100,000 nested divs", `<p>x</p>${"<div>".repeat(100_000)}y`, "html"],
    ["100,000 nested divs in a page", `<html><body>${story}${"<div>".repeat(100_000)}y`, "html"],
    ["nested links", "<a href=//x.example>".repeat(50_000), "html"],
    ["nested tables", "<table><tr><td>".repeat(10_000), "html"],
    ["nested lists", "<ul><li>x".repeat(20_000), "html"],
    ["nested quotations", "<blockquote>x".repeat(20_000), "html"],
    ["nested templates", "<template>".repeat(50_000), "html"],
    ["nested vector graphics", "<svg><g>".repeat(50_000), "html"],
    ["formatting that multiplies", many(3_000, (index) => `<p><b a${index}>x</p>`), "html"],
    ["a million attributes", `<p ${many(300_000, (index) => `a${index} `)}>x`, "html"],
    ["a million entities", "&amp;".repeat(500_000), "html"],
    ["unclosed comments", "<!--".repeat(500_000), "html"],
    ["unclosed tags", "<a ".repeat(500_000), "html"],
    ["angle brackets", "<".repeat(1_000_000), "html"],
    ["half a million paragraphs", "<p>x".repeat(500_000), "html"],
    ["deep JSON-LD", `<html><script type=application/ld+json>${"[".repeat(400_000)}</script>${story}`, "html"],
    ["wide JSON-LD", `<html><script type=application/ld+json>[${"{},".repeat(200_000)}{}]</script>${story}`, "html"],
    ["brackets in Markdown", "[".repeat(200_000), "md"],
    ["link beginnings in Markdown", "[a](b".repeat(100_000), "md"],
    ["emphasis beginnings in Markdown", "*a **b ".repeat(100_000), "md"],
    ["nested quotations in Markdown", `${">".repeat(20_000)}x`, "md"],
    ["nested list marks in Markdown", `${"- ".repeat(20_000)}x`, "md"],
    ["a deep list in Markdown", many(1_000, (index) => `${" ".repeat(index * 2)}- a\n`), "md"],
    ["emphasis that closes in Markdown", `${"**a ".repeat(1_900)}${"a** ".repeat(1_900)}`, "md"],
    ["nested raw HTML in Markdown", "<div>".repeat(100_000), "md"],
    ["stretches full of link beginnings", `${"[a](b".repeat(2_500)}\n\n`.repeat(100), "md"],
    ["stretches full of emphasis", `${"*a **b ".repeat(2_500)}\n\n`.repeat(100), "md"],
    ["stretches full of lines", `${"a  \n".repeat(7_900)}\n`.repeat(40), "md"],
    ["tables of thousands of rows", `a|b\n-|-\n${"x|y\n".repeat(3_900)}\n`.repeat(60), "md"],
    ["a loose list of thousands of items", "- item\n\n".repeat(15_000), "md"],
    ["footnotes", many(5_000, (index) => `[^${index}]\n\n[^${index}]: x\n\n`), "md"],
    ["line ends", "\n".repeat(1_000_000), "txt"],
    ["spaces", `${" ".repeat(1_000_000)}x${" ".repeat(900_000)}\n \n${" \n".repeat(100_000)}`, "txt"],
    ["front matter without an end", `---\n${"a: b\n".repeat(300_000)}`, "md"],
  ])("%s", async (_, text, extension) => {
    const begun = processorTime();
    const result = await readDocument({ bytes: new TextEncoder().encode(text), fileName: `a.${extension}` });
    expect(typeof result.ok).toBe("boolean");
    expect(processorTime() - begun).toBeLessThan(10_000);
  });
});
