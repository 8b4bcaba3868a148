import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeNoted } from "#lib/domain/text.ts";
import { readDocx } from "#lib/formats/import/word/read-docx.ts";
import { readOdt } from "#lib/formats/import/word/read-odt.ts";
import { noted, taken } from "#tests/formats/word-reading.ts";
import { docxOf, docxStyles, makeDocx, paragraph, run } from "#tests/support/make-docx.ts";
import { odtOf } from "#tests/support/make-odt.ts";

const changes = fc.constantFrom("accept" as const, "reject" as const, "show" as const);
const readers = fc.constantFrom(readDocx, readOdt);

const docxPieces = fc.constantFrom(
  ...["<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>One. Two </w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>"],
  ...[
    "<w:tc>",
    "</w:tc>",
    '<w:ins w:author="A">',
    "</w:ins>",
    "<w:del>",
    "</w:del>",
    "<w:txbxContent>",
    "</w:txbxContent>",
  ],
  ...['<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>', '<w:commentReference w:id="1"/>'],
  ...[
    '<w:footnoteReference w:id="1"/>',
    "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
    "<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>",
  ],
  ...[
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:fldChar w:fldCharType="separate"/>',
    '<w:fldChar w:fldCharType="end"/>',
  ],
  ...[
    '<w:pPr><w:pStyle w:val="SourceCode"/></w:pPr>',
    '<wp:docPr descr="One."/>',
    "<w:sdt>",
    "</w:sdt>",
    "<w:t>\t</w:t>",
  ],
);
const odtPieces = fc.constantFrom(
  ...[
    "<text:p>",
    "</text:p>",
    "One. Two ",
    '<text:h text:outline-level="x">',
    "</text:h>",
    "<table:table>",
    "</table:table>",
  ],
  ...[
    "<table:table-row>",
    "</table:table-row>",
    "<table:table-cell>",
    "</table:table-cell>",
    "<draw:frame>",
    "</draw:frame>",
  ],
  ...[
    '<text:change text:change-id="a"/>',
    '<text:change-start text:change-id="b"/>',
    '<text:change-end text:change-id="b"/>',
  ],
  ...[
    '<office:annotation office:name="n"><text:p>x</text:p></office:annotation>',
    '<office:annotation-end office:name="n"/>',
  ],
  ...[
    "<text:note><text:note-body><text:p>y</text:p></text:note-body></text:note>",
    "<draw:text-box>",
    "</draw:text-box>",
  ],
  ...[
    '<text:tracked-changes><text:changed-region xml:id="a"><text:deletion><text:p>q</text:p><text:p>r<text:change text:change-id="a"/></text:p></text:deletion></text:changed-region><text:changed-region xml:id="b"><text:insertion/></text:changed-region></text:tracked-changes>',
  ],
);

/** Pieces put together so that every element that begins also ends, in order. */
function wellFormed(pieces: readonly string[]): string {
  const open: string[] = [];
  let text = "";
  for (const piece of pieces) {
    const name = /^<\/?([\w:-]+)/.exec(piece)?.[1] ?? "";
    if (!piece.startsWith("<") || piece.endsWith("/>") || /^<[^/].*<\/[\w:-]+>$/.test(piece)) text += piece;
    else if (!piece.startsWith("</")) {
      open.push(name);
      text += piece;
    } else if (open.at(-1) === name) {
      open.pop();
      text += piece;
    }
  }
  return (
    text +
    open
      .toReversed()
      .map((name) => `</${name}>`)
      .join("")
  );
}

describe("Word and OpenDocument files, whatever comes", () => {
  test("bytes are read or refused, never thrown at", async () => {
    const head = fc.constantFrom("", "PK\u0003\u0004", "\u00d0\u00cf\u0011\u00e0");
    await fc.assert(
      fc.asyncProperty(
        readers,
        changes,
        head,
        fc.uint8Array({ maxLength: 1000 }),
        async (read, choice, start, bytes) => {
          await read(Uint8Array.from([...Buffer.from(start, "latin1"), ...bytes]), { changes: choice });
        },
      ),
      { numRuns: 100 },
    );
  });

  test("a file with some bytes changed or the end cut off is read or refused", async () => {
    const docx = makeDocx({ paragraphs: [{ text: "One two.", comments: [{ on: "two", by: "Ann", text: "Why?" }] }] });
    const odt = odtOf({ text: "<text:p>One two.</text:p>" });
    const spots = fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.boolean(), changes, spots, fc.nat(5000), async (isDocx, choice, edits, cut) => {
        const bytes = Uint8Array.from(isDocx ? docx : odt);
        for (const [at, value] of edits) bytes[at % bytes.length] = value;
        const part = bytes.subarray(0, cut % 3 === 0 ? cut % bytes.length : bytes.length);
        await (isDocx ? readDocx : readOdt)(part, { changes: choice });
      }),
      { numRuns: 200 },
    );
  });

  test("any nesting of elements gives notes on words of the text", async () => {
    const comments = `<w:comment w:id="0"><w:p>${run("c")}</w:p></w:comment><w:comment w:id="1"><w:p>${run("d")}</w:p></w:comment>`;
    const footnotes = `<w:footnote w:id="1">${paragraph(run("n"))}</w:footnote>`;
    const soup = fc.oneof(
      fc.array(docxPieces, { maxLength: 60 }).map((pieces) => ({
        read: readDocx,
        bytes: docxOf({ body: wellFormed(pieces), styles: docxStyles, comments, footnotes }),
      })),
      fc.array(odtPieces, { maxLength: 60 }).map((pieces) => ({
        read: readOdt,
        bytes: odtOf({ text: wellFormed(pieces) }),
      })),
    );
    await fc.assert(
      fc.asyncProperty(soup, changes, async ({ read, bytes }, choice) => {
        const { blocks, notes } = taken(await read(bytes, { changes: choice }));
        const composed = composeNoted(blocks);
        const ids = new Set(notes.map(({ id }) => id));
        expect(ids.size).toBe(notes.length);
        for (const [id, spans] of composed.notes) {
          expect(ids).toContain(id);
          for (const { start, end } of spans) expect(composed.text.slice(start, end).trim()).not.toBe("");
        }
      }),
      { numRuns: 500 },
    );
  });

  test("a comment's words are the words that were commented", async () => {
    const word = fc.stringMatching(/^[a-zé“”0-9<>&]{1,8}$/);
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 3, maxLength: 12 }), fc.nat(), fc.nat(), async (words, a, b) => {
        const [from, to] = [a % words.length, b % words.length].toSorted((x, y) => x - y);
        const on = words.slice(from, (to ?? 0) + 1).join(" ");
        const paragraphs = [{ text: words.join(" "), comments: [{ on, by: "Ann", text: "Why?" }] }];
        expect(noted(taken(await readDocx(makeDocx({ paragraphs }), { changes: "show" })))).toEqual([
          `comment Ann: Why? ← ${on}`,
        ]);
      }),
      { numRuns: 100 },
    );
  });
});
