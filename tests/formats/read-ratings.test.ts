import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { nominalTable, ordinalTable } from "#lib/domain/rating-table.ts";
import { ratingLimits, readRatings } from "#lib/formats/sheets/read-ratings.ts";

/** The codes, or what is wrong. */
function read(text: string, scale: "words" | "numbers" = "words") {
  const table = readRatings(text, scale);
  return table.ok ? [...table.value.codes] : table.error;
}

describe("tables of ratings", () => {
  test.each([
    ["commas", "A,B\nx,y\n,x\n"],
    ["semicolons", "A;B\nx;y\n;x"],
    ["tabs", "A\tB\nx\ty\n\tx\n"],
    ["bars", "A|B\nx|y\n|x\n"],
    ["Windows lines", "A,B\r\nx,y\r\n,x\r\n"],
    ["old Macintosh lines", "A,B\rx,y\r,x\r"],
    ["lines of several kinds", "A,B\r\nx,y\n,x\n"],
    ["a declared delimiter", "sep=;\r\nA;B\r\nx;y\r\n;x\r\n"],
    ["quoted cells", '"A","B"\n"x","y"\n"",x\n'],
    ["names with commas", '"Okoro, Ines";"Ellery, Padma"\nx;y\n;x\n'],
    ["white space", " A , B \n x ,\ty\n  , x\n"],
    ["blank lines", "\nA,B\n\nx,y\n \n,x\n\n\n"],
    ["empty columns at the end", "A,B,,\nx,y,,\n,x,,\n"],
  ])("%s", (_, text) => {
    expect(readRatings(text, "words")).toEqual({
      ok: true,
      value: nominalTable(2, [
        ["x", "y"],
        [null, "x"],
      ]),
    });
  });

  test("words are the same by their characters; numbers by their value, in their order", () => {
    expect(read("A,B,C\ncafé,cafe\u0301,Café")).toEqual([0, 0, 1]);
    expect(read('A,B\n"a ""b""","two\nlines"')).toEqual([0, 1]);
    expect(read("A,B,C,D\n10,9,9.0,+9\n-1,1e1,.5,", "numbers")).toEqual([3, 2, 2, 2, 0, 3, 1, -1]);
  });

  test.each([
    ["", "This table is empty. Its first line has to name the raters."],
    ["\n \n", "This table is empty. Its first line has to name the raters."],
    [",,\n1,2,3", "Line 1 names no rater."],
    ["A,,C\n1,2,3", "Line 1 has no name for column 2."],
    ["1,2,1\n1,2,3", "Line 1 gives columns 1 and 3 the same name."],
    ["A,B\n1,2\n1\n", "Line 3 has 1 cell, but the first line names 2 raters."],
    ["A,B\n1,2\n\n1,2,3\n", "Line 4 has 3 cells, but the first line names 2 raters."],
    ['A,B\n"1\n1",2\n1,2,3\n', "Line 4 has 3 cells"],
    ["sep=,\nA,B\n1\n", "Line 3 has 1 cell"],
    ['A,B\n1,2\n1,"2\n1,2\n', "Line 3 has a quotation mark that is not closed"],
    ['A,B\n1,"2"3\n', "Line 2 has a quotation mark"],
    ["A,B\n1,\0\n", "This is no table of ratings."],
    [`A,B\n1,${"x".repeat(ratingLimits.rating + 1)}\n`, "Line 2 has in column 2 more than 1,000 characters."],
    [`A,B\n1,${"x".repeat(ratingLimits.line)}\n`, "Line 2 is longer than a million characters."],
    [Array.from({ length: ratingLimits.raters + 1 }, (_, rater) => rater).join(","), "Line 1 names more than 1,000"],
    [`A,B\n${"1,2\n".repeat(ratingLimits.items + 1)}`, "Line 1000002 is one too many"],
  ])("what is wrong with %.20j", (text, sentence) => {
    expect(read(text)).toContain(sentence);
  });

  test.each(["high", "1,5", "1e999", "NaN", "Infinity", "0x10", "1 2", "٣"])("%s is no number", (cell) => {
    expect(read(`A;B\n1;2\n1;${cell}\n`, "numbers")).toContain(`Line 3 has in column 2 “${cell}”, which is no number.`);
  });

  test("what is written as CSV is read as it was", () => {
    const cell = fc.oneof(fc.constant(null), fc.constantFrom("x", "y", 'a "b"', "a,b", "a;b", "a\nb", "é"));
    const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 });
    fc.assert(
      fc.property(rows, fc.constantFrom("\n", "\r\n"), fc.constantFrom(",", "\t"), (table, newline, delimiter) => {
        const text = Papa.unparse([["A", "B", "C"], ...table], { newline, delimiter });
        expect(readRatings(text, "words")).toEqual({ ok: true, value: nominalTable(3, table) });
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.option(fc.double({ noDefaultInfinity: true, noNaN: true })), fc.nat(9))),
        (table) => {
          const text = ["A,B", ...table.map((row) => row.map((value) => value ?? "").join(","))].join("\n");
          expect(readRatings(text, "numbers")).toEqual({ ok: true, value: ordinalTable(2, table) });
        },
      ),
    );
  });

  test("never throws", () => {
    const piece = fc.constantFrom(",", ";", '"', "\n", "\r", "\t", "|", "1", "x", " ", "sep=", "\uFEFF", "é");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom("words", "numbers"), (pieces, scale) => {
        const table = readRatings(pieces.join(""), scale);
        if (table.ok) expect(table.value.codes.length % table.value.raters).toBe(0);
        else expect(table.error).toMatch(/\.$/);
      }),
    );
  });
});
