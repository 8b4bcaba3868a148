import { describe, expect, test } from "vitest";
import { composeText } from "#lib/domain/text.ts";
import { marked, outlineOf, read } from "#tests/formats/reading.ts";

describe("blocks of HTML", () => {
  test.each([
    ["headings with their level", "<h2>One</h2><h4>Two</h4>", ["heading2: One", "heading4: Two"]],
    [
      "text without a paragraph",
      "<div>one<p>two</p>three</div>",
      ["paragraph: one", "paragraph: two", "paragraph: three"],
    ],
    ["nested lists", "<ul><li>a<ol><li>b</li></ol>c</li></ul>", ["list-item: a", "list-item: b", "list-item: c"]],
    ["paragraphs of a list item", "<ul><li><p>a</p><p>b</p></li></ul>", ["list-item: a", "list-item: b"]],
    ["quotations", "<blockquote><p>a</p>b</blockquote>", ["quotation: a", "quotation: b"]],
    ["a definition list", "<dl><dt>a</dt><dd>b</dd></dl>", ["list-item: a", "list-item: b"]],
    ["details", "<details><summary>a</summary>b</details>", ["paragraph: a", "paragraph: b"]],
    ["one line break is a space", "<p>a<br>b</p>", ["paragraph: a b"]],
    ["two line breaks part paragraphs", "<p>a<br> <br>b</p>", ["paragraph: a", "paragraph: b"]],
    ["code keeps its lines", "<pre>a\n  b<br>c</pre>", ["code: a\n  b\nc"]],
    ["code with an element a line", "<pre><div>a</div><div> b</div></pre>", ["code: a\n b"]],
    ["white space collapses", "<p> a \n\t b&nbsp; c </p>", ["paragraph: a b c"]],
    ["words are not joined across inline marks", "<p>a <b> b</b> c<i>d</i></p>", ["paragraph: a b cd"]],
    ["soft hyphens and word breaks go", "<p>Donau&shy;dampf<wbr>schiff</p>", ["paragraph: Donaudampfschiff"]],
    ["quotation elements get their marks", "<p>He said <q>no</q>.</p>", ["paragraph: He said “no”."]],
    ["annotations do not break words", "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p>", ["paragraph: 漢字"]],
    ["empty blocks go", "<p> </p><p>&nbsp;</p><h2></h2><p>a</p>", ["paragraph: a"]],
    [
      "unclosed paragraphs",
      "<p>a<p>b<ul><li>c<li>d</ul>",
      ["paragraph: a", "paragraph: b", "list-item: c", "list-item: d"],
    ],
  ])("%s", async (_, html, expected) => {
    expect(await outlineOf(html)).toEqual(expected);
  });

  test("a table of data is rows with cells parted by tabs", async () => {
    const html =
      "<table><caption>Sums</caption><tr><th>Year<th>Sum</tr> <tr><td> 1999 </td> <td><p>4\t000</p></td></tr></table>";
    expect(await outlineOf(html)).toEqual(["caption: Sums", "table-row: Year\tSum", "table-row: 1999\t4 000"]);
    expect(composeText((await read(html, { fileName: "t.html" })).blocks).text).toBe(
      "Sums\n\nYear\tSum\n\n1999\t4 000",
    );
  });

  test("a table that arranges the page is read as blocks", async () => {
    expect(await outlineOf("<table><tr><td>menu</td><td><h2>a</h2><p>b</p></td></tr></table>")).toEqual([
      "paragraph: menu",
      "heading2: a",
      "paragraph: b",
    ]);
  });

  test("captions and alternative texts are captions, an echo is said once", async () => {
    const figure = '<figure><img src="x.jpg" alt="A ship"><figcaption>A ship in port, 1912</figcaption></figure>';
    expect(await outlineOf(figure)).toEqual(["caption: A ship in port, 1912"]);
    expect(await outlineOf('<p>before <img src="x" alt="A ship"> after</p><p>next</p>')).toEqual([
      "paragraph: before after",
      "caption: A ship",
      "paragraph: next",
    ]);
    expect(await outlineOf('<p>well <img src="x" alt="👍"> done</p><img alt="photo.jpg"><img alt="logo">')).toEqual([
      "paragraph: well 👍 done",
    ]);
  });

  test.each([
    "<script>no()</script>",
    "<style>no{}</style>",
    "<template><p>no</p></template>",
    "<noscript>no</noscript>",
    "<svg><title>no</title><text>no</text></svg>",
    "<math><mi>no</mi></math>",
    "<iframe srcdoc='<p>no'>no</iframe>",
    "<object>no</object>",
    "<button>no</button><select><option>no</select><textarea>no</textarea><input value=no>",
    "<p hidden>no</p>",
    "<div style='color: red; DISPLAY : none'>no</div>",
    "<span aria-hidden=true>no</span>",
    "<!-- no -->",
    "<dialog>no</dialog>",
  ])("is left out: %s", async (html) => {
    expect(await outlineOf(`<p>yes</p>${html}<p>too</p>`)).toEqual(["paragraph: yes", "paragraph: too"]);
  });

  test("an article that calls itself hidden is still read", async () => {
    expect(await outlineOf("<article aria-hidden=true><p aria-hidden=true>yes</p></article>")).toEqual([
      "paragraph: yes",
    ]);
  });
});

describe("inline marks", () => {
  const runs = async (html: string, address = "https://paper.example/2024/story") =>
    marked((await read(html, { fileName: "piece.html", address })).blocks);

  test("emphasis, strong, sub and superscript nest", async () => {
    expect(await runs("<p>a<em>b<strong>c</strong></em><sub>d</sub><sup>e</sup></p>")).toEqual([
      "a",
      "b[emphasis]",
      "c[emphasis,strong]",
      "d[subscript]",
      "e[superscript]",
    ]);
  });

  test.each([
    ["https://a.example/x", "https://a.example/x"],
    ["/about", "https://paper.example/about"],
    ["//b.example", "https://b.example/"],
    ["mailto:a@b.example", "mailto:a@b.example"],
  ])("the link %s becomes %s", async (href, expected) => {
    expect(await runs(`<p><a href="${href}">a</a></p>`)).toEqual([`a[link ${expected}]`]);
  });

  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "ftp://a.example",
    "https://u:p@a.example",
    "",
  ])("the link %j is lost, its words stay", async (href) => {
    expect(await runs(`<p><a href="${href}">words</a></p>`)).toEqual(["words"]);
  });

  test("a base element counts, and a hostile one does not", async () => {
    expect(await runs('<base href="https://c.example/d/"><p><a href="e">a</a></p>')).toEqual([
      "a[link https://c.example/d/e]",
    ]);
    expect(await runs('<base href="javascript:"><p><a href="e">a</a></p>')).toEqual([
      "a[link https://paper.example/2024/e]",
    ]);
  });

  test("a relative link without an address to resolve it is lost", async () => {
    expect(marked((await read('<p><a href="/x">a</a></p>', { fileName: "piece.html" })).blocks)).toEqual(["a"]);
  });

  test("struck-out words are kept and announced", async () => {
    const document = await read("<p>It cost <del>20</del> 200.</p>", { fileName: "piece.html" });
    expect(document.warnings.join()).toContain("struck-out");
  });
});
