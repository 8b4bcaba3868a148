import { describe, expect, test } from "vitest";
import { composeText } from "#lib/domain/text.ts";
import { finishDocument } from "#lib/formats/import/finish-document.ts";
import { readDocx } from "#lib/formats/import/word/read-docx.ts";
import { marked, outline } from "#tests/formats/reading.ts";
import { readBody } from "#tests/formats/word-reading.ts";
import { docxOf, docxStyles, paragraph, run } from "#tests/support/make-docx.ts";
import { makeZip } from "#tests/support/make-zip.ts";

const numbered = (text: string) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`;
const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`;

describe("the blocks of a Word file", () => {
  test("styles say what a paragraph is", async () => {
    const { blocks } = await readBody(
      [
        paragraph(run("The flood"), "Title"),
        paragraph(run("What happened"), "Heading1"),
        paragraph(run("It rained for days.")),
        paragraph(run("“We saw it coming.”"), "Quote"),
        paragraph(run("“Nobody did.”"), "IntenseQuote"),
        numbered("First item"),
        paragraph(run("Second item"), "ListBullet"),
        paragraph(run("Figure 1. The bridge"), "Caption"),
        paragraph(run("let x = 1;"), "SourceCode"),
        paragraph(`${run("  x += 1;")}<w:r><w:br/></w:r>${run("end")}`, "SourceCode"),
        `<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr>${run("By its outline")}</w:p>`,
      ].join(""),
    );
    expect(outline(blocks)).toEqual([
      "heading1: The flood",
      "heading1: What happened",
      "paragraph: It rained for days.",
      "quotation: “We saw it coming.”",
      "quotation: “Nobody did.”",
      "list-item: First item",
      "list-item: Second item",
      "caption: Figure 1. The bridge",
      "code: let x = 1;\n  x += 1;\nend",
      "heading3: By its outline",
    ]);
  });

  test("a style has what it is based on, and localised ids do not matter", async () => {
    const styles = `${docxStyles}<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 2"/></w:style>
      <w:style w:type="paragraph" w:styleId="House"><w:name w:val="House head"/><w:basedOn w:val="berschrift1"/></w:style>
      <w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>`;
    const body = ["House", "Own", "Loop", "missing"].map((style) => paragraph(run(style), style)).join("");
    expect(outline((await readBody(body, { styles })).blocks)).toEqual([
      "heading2: House",
      "heading4: Own",
      "paragraph: Loop",
      "paragraph: missing",
    ]);
  });

  test("rows keep their cells apart; a box of one cell is no table", async () => {
    const table = `<w:tbl><w:tr>${cell("Year")}${cell("Dead")}</w:tr><w:sdt><w:sdtContent><w:tr>${cell("1953")}<w:tc>${paragraph(run("1,836"))}${paragraph(run("in all"))}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>`;
    const box = `<w:tbl><w:tr><w:tc>${paragraph(run("In short"), "Heading2")}${paragraph(run("Two words."))}</w:tc></w:tr></w:tbl>`;
    expect(outline((await readBody(table + box)).blocks)).toEqual([
      "table-row: Year\tDead",
      "table-row: 1953\t1,836 in all",
      "heading2: In short",
      "paragraph: Two words.",
    ]);
  });

  test("a table of contents is left out and can be put back; headers and footers are not read", async () => {
    const { blocks, dropped } = await readBody(
      paragraph(run("Before.")) + paragraph(run("Chapter 1 … 3"), "TOC1") + paragraph(run("After.")),
    );
    expect(outline(blocks)).toEqual(["paragraph: Before.", "paragraph: After."]);
    expect(dropped.map(({ before, why, block }) => [before, why, ...outline([block])])).toEqual([
      [1, "outside", "paragraph: Chapter 1 … 3"],
    ]);
  });

  test("text boxes and what pictures say are captions, once", async () => {
    const picture = (alt: string) =>
      `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="${alt}"/></wp:inline></w:drawing></w:r>`;
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>${paragraph(run("In the box."))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph(run("In the box."))}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const { blocks } = await readBody(
      paragraph(run("Around ") + box + run("it.")) +
        paragraph(picture("A broken bridge")) +
        paragraph(picture("IMG_2041.jpg")) +
        paragraph(picture("The dyke")) +
        paragraph(run("The dyke at dawn."), "Caption"),
    );
    expect(outline(blocks)).toEqual([
      "paragraph: Around it.",
      "caption: In the box.",
      "caption: A broken bridge",
      "caption: The dyke at dawn.",
    ]);
  });
});

describe("the words of a Word file", () => {
  test("marks, links and fields", async () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.example/" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("b")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const { blocks } = await readBody(
      paragraph(
        run("i", "<w:i/>") +
          run("n", '<w:i w:val="0"/>') +
          run("b", "<w:b/>") +
          run("2", '<w:vertAlign w:val="subscript"/>') +
          run("e", '<w:rStyle w:val="Emphasis"/>') +
          `<w:hyperlink r:id="a">${run("a")}</w:hyperlink>` +
          `<w:hyperlink r:id="js">${run("j")}</w:hyperlink>` +
          field +
          `<w:fldSimple w:instr="HYPERLINK mailto:c@c.example">${run("c")}</w:fldSimple>`,
      ),
      {
        links: { a: "https://a.example/?x=1&y=2", js: "javascript:alert(1)" },
        styles: '<w:style w:type="character" w:styleId="Emphasis"><w:rPr><w:i/></w:rPr></w:style>',
      },
    );
    expect(marked(blocks)).toEqual([
      "i[emphasis]",
      "n",
      "b[strong]",
      "2[subscript]",
      "e[emphasis]",
      "a[link https://a.example/?x=1&y=2]",
      "j",
      "b[link https://b.example/]",
      "c[link mailto:c@c.example]",
    ]);
  });

  test("symbols, tabs, breaks and hyphens; hidden words are out", async () => {
    const signs = `<w:r><w:sym w:font="Symbol" w:char="F062"/><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t></w:r>`;
    const body = paragraph(
      signs + run(" hidden", "<w:vanish/>") + run(" gone", '<w:rStyle w:val="Ghost"/>') + run(" seen"),
    );
    const { blocks } = await readBody(body, {
      styles: '<w:style w:type="character" w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style>',
    });
    expect(composeText(blocks).text).toBe("β a b\u2011cd seen");
  });

  test("a field whose code never ends hides no more than its paragraph", async () => {
    const body = paragraph(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run("code")}`) + paragraph(run("Text."));
    expect(outline((await readBody(body)).blocks)).toEqual(["paragraph: Text."]);
  });
});

describe("what a Word file says about itself", () => {
  test("the title paragraph, names, the time and the language", async () => {
    const body = paragraph(run("The flood"), "Title") + paragraph(run("It rained for days and days."));
    const core =
      "<dc:title>Draft 4</dc:title><dc:creator>Ann Lee; Bo Berg</dc:creator><dcterms:modified>2026-03-02T10:00:00Z</dcterms:modified>";
    const read = await readBody(body, { core });
    expect(read.metadata).toMatchObject({
      title: { value: "The flood", from: "the title paragraph" },
      byline: { value: ["Ann Lee", "Bo Berg"] },
      modified: { value: "2026-03-02T10:00:00Z" },
      language: { value: "en-GB" },
      published: null,
    });
    const finished = await finishDocument(read);
    expect(finished.ok && outline(finished.value.blocks)).toEqual(["paragraph: It rained for days and days."]);
  });

  test("what programs put in where nobody gave a name is not one", async () => {
    const core = "<dc:title>Document1</dc:title><dc:creator>Microsoft Office User</dc:creator>";
    const { metadata } = await readBody(paragraph(run("Text.")), { core });
    expect([metadata.title, metadata.byline, metadata.modified]).toEqual([null, null, null]);
  });
});

describe("what is no Word file", () => {
  test.each([
    ["an encrypted one", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "encrypted"],
    ["no container", new TextEncoder().encode("PK or not"), "damaged"],
    ["no text in it", makeZip([{ name: "word/other.xml", data: "<a/>" }]), "damaged"],
    ["broken XML", makeZip([{ name: "word/document.xml", data: "<w:document><w:body>" }]), "damaged"],
    [
      "a document type",
      makeZip([{ name: "word/document.xml", data: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }]),
      "damaged",
    ],
  ])("%s is refused", async (_name, bytes, kind) => {
    expect(await readDocx(bytes, { changes: "accept" })).toEqual({ ok: false, error: { kind } });
  });

  test("a broken side part costs only what it holds", async () => {
    const { blocks, notes } = await readBody(paragraph(run("Text.")), { comments: "<w:comment>" });
    expect([outline(blocks), notes]).toEqual([["paragraph: Text."], []]);
    expect((await readDocx(docxOf({ body: "" }), { changes: "show" })).ok).toBe(true);
  });
});
