import { describe, expect, test } from "vitest";
import { composeText } from "#lib/domain/text.ts";
import { readDocx } from "#lib/formats/import/word/read-docx.ts";
import { marked, outline } from "#tests/formats/reading.ts";
import { noted, readBody, taken } from "#tests/formats/word-reading.ts";
import { makeDocx, paragraph, run } from "#tests/support/make-docx.ts";

const comment = (id: number, text: string) =>
  `<w:comment w:id="${id}" w:author="Ann" w:date="2026-03-01T09:30:00Z"><w:p>${run(text)}</w:p></w:comment>`;
const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
const end = (id: number) => `<w:commentRangeEnd w:id="${id}"/>`;
const sign = (id: number) => `<w:r><w:commentReference w:id="${id}"/></w:r>`;
const mention = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
const footnote = (id: number, text: string) =>
  `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r>${run(` ${text}`)}</w:p></w:footnote>`;

describe("comments in Word files", () => {
  test("twelve comments are twelve notes on exactly the commented words", async () => {
    const words = "alpha, beta; “gamma” delta é-epsilon zeta 7% of eta theta iota kappa lambda".split(" ");
    expect(words).toHaveLength(13);
    const paragraphs = words.slice(0, 12).map((on, index) => ({
      text: `Line ${index} says ${on} & more <here>.`,
      comments: [{ on, by: `Checker ${index}`, text: `Is it ${on}?` }],
    }));
    const read = taken(await readDocx(makeDocx({ paragraphs }), { changes: "accept" }));
    expect(noted(read)).toEqual(
      words.slice(0, 12).map((on, index) => `comment Checker ${index}: Is it ${on}? ← ${on}`),
    );
    expect(read.notes[0]?.at).toBe("2026-03-01T09:30:00Z");
    expect(read.warnings).toEqual(["12 comments came in with the text."]);
  });

  test("replies stand under their comment; what is resolved is counted", async () => {
    const paragraphs = [
      {
        text: "The dam broke in 1953.",
        comments: [
          {
            on: "1953",
            by: "Ann",
            text: "Sure?",
            isResolved: true,
            replies: [{ by: "Bo", text: "Yes, see the log." }],
          },
          { on: "The dam broke in 1953", by: "Cy", text: "Which dam?" },
        ],
      },
    ];
    const read = taken(await readDocx(makeDocx({ paragraphs }), { changes: "accept" }));
    expect(noted(read).toSorted()).toEqual([
      "comment Ann: Sure? ← 1953",
      "comment Cy: Which dam? ← The dam broke in 1953",
    ]);
    expect(read.notes.find(({ by }) => by === "Ann")?.replies).toEqual([
      { by: "Bo", at: "2026-03-01T09:30:00Z", text: "Yes, see the log." },
    ]);
    expect(read.warnings).toEqual(["2 comments (1 resolved) came in with the text."]);
  });

  test("a range runs over runs and paragraphs and cells", async () => {
    const cell = (inside: string) => `<w:tc>${paragraph(inside)}</w:tc>`;
    const body =
      paragraph(run("One ") + start(0) + run("two ", "<w:b/>") + run("three.")) +
      paragraph(run("Four") + end(0) + sign(0) + run(" five.")) +
      `<w:tbl><w:tr>${cell(start(1) + run("a"))}${cell(run("b") + end(1) + run("c"))}</w:tr></w:tbl>`;
    const read = await readBody(body, { comments: comment(0, "Long.") + comment(1, "Cells.") });
    expect(noted(read)).toEqual(["comment Ann: Long. ← two three. | Four", "comment Ann: Cells. ← a\tb"]);
  });

  test("without words of its own, a comment is about the sentence it stands in", async () => {
    const body =
      paragraph(run("It began on Monday. It en") + sign(0) + run("ded on Friday. Nobody knew.")) +
      paragraph(run("Rain. Snow.") + start(1) + end(1) + sign(1) + run(" Ice.")) +
      paragraph(start(2) + run("A range that never ends. It goes on.") + sign(2));
    const comments = comment(0, "a") + comment(1, "b") + comment(2, "c") + comment(3, "d");
    expect(noted(await readBody(body, { comments }))).toEqual([
      "comment Ann: a ← It ended on Friday.",
      "comment Ann: b ← Snow.",
      "comment Ann: c ← It goes on.",
      "comment Ann: d ← ",
    ]);
  });
});

describe("footnotes in Word files", () => {
  test("they are blocks at the end, and notes on the sentence that carries them", async () => {
    const body =
      paragraph(
        run("It rained. The dam broke in 1953.") + mention(2) + run(" Many,") + mention(3) + run(" many died."),
      ) + paragraph(run("Done."));
    const read = await readBody(body, {
      footnotes: `<w:footnote w:type="separator" w:id="0"><w:p>${run("no")}</w:p></w:footnote>${footnote(3, "By count.")}${footnote(2, "See the log.")}`,
    });
    expect(outline(read.blocks)).toEqual([
      "paragraph: It rained. The dam broke in 1953.1 Many,2 many died.",
      "paragraph: Done.",
      "footnote: 1  See the log.",
      "footnote: 2  By count.",
    ]);
    expect(marked(read.blocks)).toContain("1[superscript]");
    expect(noted(read)).toEqual([
      "footnote: See the log. ← The dam broke in 1953.",
      "footnote: By count. ← Many,2 many died.",
    ]);
    expect(read.warnings).toEqual(["2 footnotes came in with the text."]);
  });

  test("endnotes beside footnotes count in Roman numerals; a note without its number gets one", async () => {
    const body = paragraph(
      `${run("One.")}${mention(1)}${run(" Two.")}<w:r><w:endnoteReference w:id="1"/></w:r>${mention(9)}`,
    );
    const { blocks } = await readBody(body, {
      footnotes: footnote(1, "Foot."),
      endnotes: `<w:endnote w:id="1"><w:p>${run("End.")}</w:p></w:endnote>`,
    });
    expect(composeText(blocks).text).toBe("One.1 Two.i\n\n1 Foot.\n\ni End.");
  });
});
