import { describe, expect, test } from "vitest";
import { composeText } from "#lib/domain/text.ts";
import { readOdt } from "#lib/formats/import/word/read-odt.ts";
import { marked, outline } from "#tests/formats/reading.ts";
import { noted, readText } from "#tests/formats/word-reading.ts";
import { odtOf } from "#tests/support/make-odt.ts";
import { makeZip } from "#tests/support/make-zip.ts";

const paragraph = (inside: string, style = "Standard") => `<text:p text:style-name="${style}">${inside}</text:p>`;
const info = (by: string) =>
  `<office:change-info><dc:creator>${by}</dc:creator><dc:date>2026-03-01T09:30:00.123456789</dc:date></office:change-info>`;
const region = (id: string, change: string) => `<text:changed-region xml:id="${id}">${change}</text:changed-region>`;
const comment = (name: string, text: string, more = "") =>
  `<office:annotation office:name="${name}"${more}><dc:creator>Ann</dc:creator><dc:date>2026-03-01T09:30:00</dc:date><text:p>${text}</text:p></office:annotation>`;
const style = (family: string, name: string, parent: string, text = "") =>
  `<style:style style:family="${family}" style:name="${name}" style:parent-style-name="${parent}"><style:text-properties ${text}/></style:style>`;

describe("the text of an OpenDocument file", () => {
  test("headings, quotations, lists, tables, captions and code", async () => {
    const cell = (text: string) => `<table:table-cell>${paragraph(text)}</table:table-cell>`;
    const { blocks, dropped, metadata } = await readText(
      [
        paragraph("The flood", "Title"),
        '<text:h text:outline-level="2">What <text:s/>happened</text:h>',
        paragraph("It\n  rained<text:tab/>for<text:line-break/>days."),
        paragraph("“We saw it coming.”", "P1"),
        `<text:list><text:list-item>${paragraph("One")}<text:list><text:list-item>${paragraph("Two")}</text:list-item></text:list></text:list-item></text:list>`,
        `<table:table><table:table-header-rows><table:table-row>${cell("Year")}${cell("Dead")}</table:table-row></table:table-header-rows><table:table-row>${cell("1953")}${cell("1,836")}</table:table-row></table:table>`,
        paragraph(
          `Around it.<draw:frame><draw:text-box>${paragraph("<draw:frame><svg:desc>A bridge</svg:desc><draw:image/></draw:frame>Figure 1: A bridge", "Figure")}</draw:text-box></draw:frame>`,
        ),
        paragraph("a<text:s text:c='2'/>b", "Preformatted_20_Text"),
        paragraph("c", "Preformatted_20_Text"),
        `<text:table-of-content><text:index-body>${paragraph("What happened 1")}</text:index-body></text:table-of-content>`,
        `<text:section text:display="none">${paragraph("Hidden.")}</text:section>`,
      ].join(""),
      { automatic: style("paragraph", "P1", "Quotations") },
    );
    expect(outline(blocks)).toEqual([
      "heading1: The flood",
      "heading2: What  happened",
      "paragraph: It rained for days.",
      "quotation: “We saw it coming.”",
      "list-item: One",
      "list-item: Two",
      "table-row: Year\tDead",
      "table-row: 1953\t1,836",
      "paragraph: Around it.",
      "caption: Figure 1: A bridge",
      "code: a  b\nc",
    ]);
    expect(outline(dropped.map(({ block }) => block))).toEqual(["paragraph: What happened 1"]);
    expect(metadata.title).toEqual({ value: "The flood", from: "the title paragraph" });
  });

  test("marks by styles, also those of whole paragraphs, and links", async () => {
    const automatic = [
      style("text", "T1", "", 'fo:font-style="italic"'),
      style("text", "T2", "", 'fo:font-weight="bold" style:text-position="super 58%"'),
      style("text", "T3", "", 'text:display="none"'),
      style("paragraph", "P1", "Standard", 'fo:font-weight="bold"'),
    ].join("");
    const { blocks } = await readText(
      paragraph(
        '<text:span text:style-name="T1">i</text:span><text:span text:style-name="T2">s</text:span><text:span text:style-name="T3">no</text:span><text:a xlink:href="https://a.example/">a</text:a><text:a xlink:href="javascript:alert(1)">j</text:a>',
      ) + paragraph("bold", "P1"),
      { automatic },
    );
    expect(marked(blocks)).toEqual([
      "i[emphasis]",
      "s[strong,superscript]",
      "a[link https://a.example/]",
      "j",
      "bold[strong]",
    ]);
  });

  test("what the file says about itself", async () => {
    const { metadata } = await readText(paragraph("Text."), {
      meta: "<dc:title>The flood</dc:title><dc:creator>Bo Berg</dc:creator><dc:date>2026-03-02T10:00:00.000000000</dc:date>",
      styles:
        '<style:default-style style:family="paragraph"><style:text-properties fo:language="de" fo:country="AT"/></style:default-style>',
    });
    expect(metadata).toMatchObject({
      title: { value: "The flood" },
      byline: { value: ["Bo Berg"] },
      modified: { value: "2026-03-02" },
      language: { value: "de-AT" },
    });
  });

  test("a protected file, a damaged one and a drawing are refused", async () => {
    const manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    expect(await readOdt(odtOf({ text: "", manifest }), { changes: "accept" })).toEqual({
      ok: false,
      error: { kind: "encrypted" },
    });
    for (const parts of [[], [{ name: "content.xml", data: "<office:document-content/>" }]]) {
      expect(await readOdt(makeZip(parts), { changes: "accept" })).toEqual({ ok: false, error: { kind: "damaged" } });
    }
  });
});

describe("notes in an OpenDocument file", () => {
  test("comments with their answers, over paragraphs or at a place", async () => {
    const read = await readText(
      paragraph(`One ${comment("a", "Sure?", ' loext:resolved="true"')}two.`) +
        paragraph(
          `Three<office:annotation-end office:name="a"/>${comment("b", "Yes.", ' loext:parent-name="a"')} four. Five ${comment("c", "Which?")}six.`,
        ),
    );
    expect(noted(read)).toEqual(["comment Ann: Sure? ← two. | Three", "comment Ann: Which? ← Five six."]);
    expect(read.notes[0]?.replies).toEqual([{ by: "Ann", at: "2026-03-01T09:30:00", text: "Yes." }]);
    expect(read.warnings).toEqual(["2 comments (1 resolved) came in with the text."]);
  });

  test("footnotes come at the end and are about the sentence that carries them", async () => {
    const note = `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${paragraph("See the log.")}</text:note-body></text:note>`;
    const read = await readText(paragraph(`It rained. The dam broke.${note} Many died.`));
    expect(composeText(read.blocks).text).toBe("It rained. The dam broke.1 Many died.\n\n1 See the log.");
    expect(read.blocks.at(-1)?.type).toBe("footnote");
    expect(noted(read)).toEqual(["footnote: See the log. ← The dam broke."]);
  });

  const tracked = (regions: string) => `<text:tracked-changes>${regions}</text:tracked-changes>`;
  const edited =
    tracked(
      region("d", `<text:deletion>${info("Ann")}${paragraph("ten")}</text:deletion>`) +
        region("i", `<text:insertion>${info("Ann")}</text:insertion>`),
    ) +
    paragraph(
      'About <text:change text:change-id="d"/><text:change-start text:change-id="i"/>twelve<text:change-end text:change-id="i"/> people.',
    );

  test("tracked changes are accepted, rejected or shown", async () => {
    expect(composeText((await readText(edited, {}, "accept")).blocks).text).toBe("About twelve people.");
    expect(composeText((await readText(edited, {}, "reject")).blocks).text).toBe("About ten people.");
    const shown = await readText(edited, {}, "show");
    expect(noted(shown)).toEqual(["deletion Ann: ten ← About", "insertion Ann: twelve ← twelve"]);
    expect(shown.notes[0]?.at).toBe("2026-03-01T09:30:00.123");
  });

  test("changes over the ends of paragraphs", async () => {
    const text =
      tracked(
        region(
          "d",
          `<text:deletion>${info("Ann")}${paragraph(" b.")}${paragraph("C.")}${paragraph("D")}</text:deletion>`,
        ) + region("i", `<text:insertion>${info("Ann")}</text:insertion>`),
      ) +
      paragraph('A<text:change text:change-id="d"/> e.<text:change-start text:change-id="i"/> F.') +
      paragraph('G.<text:change-end text:change-id="i"/> H.');
    expect(outline((await readText(text, {}, "accept")).blocks)).toEqual(["paragraph: A e. F.", "paragraph: G. H."]);
    expect(outline((await readText(text, {}, "reject")).blocks)).toEqual([
      "paragraph: A b.",
      "paragraph: C.",
      "paragraph: D e. H.",
    ]);
  });
});
