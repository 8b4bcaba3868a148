import { describe, expect, test } from "vitest";
import { composeText } from "#lib/domain/text.ts";
import { outline } from "#tests/formats/reading.ts";
import { noted, readBody } from "#tests/formats/word-reading.ts";
import { paragraph, run } from "#tests/support/make-docx.ts";

const who = (by: string) => `w:id="1" w:author="${by}" w:date="2026-03-01T09:30:00Z"`;
const inserted = (text: string, by = "Ann") => `<w:ins ${who(by)}>${run(text)}</w:ins>`;
const deleted = (text: string, by = "Ann") =>
  `<w:del ${who(by)}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const marked = (change: string, runs: string, style = "") =>
  `<w:p><w:pPr>${style}<w:rPr><w:${change} ${who("Ann")}/></w:rPr></w:pPr>${runs}</w:p>`;

const edited = paragraph(run("About ") + deleted("ten") + inserted("twelve") + run(" people died."));

async function textWith(body: string, changes: "accept" | "reject" | "show"): Promise<string> {
  return composeText((await readBody(body, {}, changes)).blocks).text;
}

describe("tracked changes in Word files", () => {
  test("are accepted, rejected or shown", async () => {
    expect(await textWith(edited, "accept")).toBe("About twelve people died.");
    expect(await textWith(edited, "reject")).toBe("About ten people died.");
    expect(await textWith(edited, "show")).toBe("About twelve people died.");
    expect((await readBody(edited, {}, "accept")).notes).toEqual([]);
    expect(noted(await readBody(edited, {}, "show"))).toEqual([
      "deletion Ann: ten ← About",
      "insertion Ann: twelve ← twelve",
    ]);
  });

  test("a sentence says how many there were and what was done", async () => {
    expect((await readBody(edited, {}, "accept")).warnings).toEqual([
      "2 tracked changes came in with the text. The tracked changes were accepted: insertions stand in the text, deletions do not.",
    ]);
    expect((await readBody(edited, {}, "reject")).warnings[0]).toContain("rejected");
    expect((await readBody(edited, {}, "show")).warnings[0]).toContain("each change is a note");
  });

  test("changes of one author with nothing between them are one", async () => {
    const body = paragraph(
      `${run("a ")}${inserted("b")}${inserted("c")}${inserted("d", "Bo")}${run(" e ")}${inserted("f", "Bo")}`,
    );
    expect(noted(await readBody(body, {}, "show"))).toEqual([
      "insertion Ann: bc ← bc",
      "insertion Bo: d ← d",
      "insertion Bo: f ← f",
    ]);
  });

  test("moved words are deleted in one place and inserted in the other", async () => {
    const body =
      paragraph(`${run("a")}<w:moveFrom ${who("Ann")}>${run(" b")}</w:moveFrom>${run(" c")}`) +
      paragraph(`${run("d")}<w:moveTo ${who("Ann")}>${run(" b")}</w:moveTo>`);
    expect(await textWith(body, "accept")).toBe("a c\n\nd b");
    expect(await textWith(body, "reject")).toBe("a b c\n\nd");
  });

  test("a paragraph's end may be inserted or deleted", async () => {
    const split = marked("ins", run("One. ")) + paragraph(run("Two."));
    expect(await textWith(split, "accept")).toBe("One.\n\nTwo.");
    expect(await textWith(split, "reject")).toBe("One. Two.");
    const joined = marked("del", run("One. ")) + paragraph(run("Two."));
    expect(await textWith(joined, "accept")).toBe("One. Two.");
    expect(await textWith(joined, "reject")).toBe("One.\n\nTwo.");
  });

  test("a deleted paragraph takes nothing along, and a heading before it stays one", async () => {
    const body =
      paragraph(run("Head"), "Heading1") + marked("del", deleted("Gone.")) + paragraph(run("Left."), "Quote");
    const shown = await readBody(body, {}, "show");
    expect(outline(shown.blocks)).toEqual(["heading1: Head", "quotation: Left."]);
    expect(noted(shown)).toEqual(["deletion Ann: Gone. ← Left"]);
  });

  test("inserted rows come and go, and former properties come back", async () => {
    const row = (text: string, properties = "") =>
      `<w:tr>${properties}<w:tc>${paragraph(run(text))}</w:tc><w:tc>${paragraph(run("x"))}</w:tc></w:tr>`;
    const body = `<w:tbl>${row("a")}${row("b", `<w:trPr><w:ins ${who("Ann")}/></w:trPr>`)}</w:tbl><w:p><w:pPr><w:pStyle w:val="Heading1"/><w:pPrChange><w:pPr><w:pStyle w:val="Quote"/></w:pPr></w:pPrChange></w:pPr>${run("c")}</w:p>`;
    expect(outline((await readBody(body, {}, "accept")).blocks)).toEqual([
      "table-row: a\tx",
      "table-row: b\tx",
      "heading1: c",
    ]);
    expect(outline((await readBody(body, {}, "reject")).blocks)).toEqual(["table-row: a\tx", "quotation: c"]);
  });

  test("what was inserted and then deleted is in no text", async () => {
    const body = paragraph(`${run("a")}<w:ins ${who("Ann")}>${deleted(" b", "Bo")}</w:ins>${run(" c")}`);
    for (const changes of ["accept", "reject", "show"] as const) expect(await textWith(body, changes)).toBe("a c");
  });

  test("a comment on deleted words stays, on the sentence they were in", async () => {
    const body = paragraph(
      `${run("One. Two")}<w:commentRangeStart w:id="0"/>${deleted(" three")}<w:commentRangeEnd w:id="0"/>${run(" four.")}`,
    );
    const comments = `<w:comment w:id="0" w:author="Bo"><w:p>${run("Why?")}</w:p></w:comment>`;
    expect(noted(await readBody(body, { comments }, "accept"))).toEqual(["comment Bo: Why? ← Two four."]);
    expect(noted(await readBody(body, { comments }, "reject"))).toEqual(["comment Bo: Why? ← three"]);
  });
});
