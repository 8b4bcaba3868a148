import Papa from "papaparse";
import { normalForm } from "#lib/domain/normal-form.ts";
import { inOrder, type RatingTable } from "#lib/domain/rating-table.ts";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import { ratingsDelimiter } from "#lib/formats/sheets/ratings-delimiter.ts";

/** `line` and `rating` are UTF-16 code units. */
export const ratingLimits = { line: 1_000_000, items: 1_000_000, raters: 1_000, rating: 1_000 } as const;

type Scale = "words" | "numbers";

/**
 * Reads ratings from delimited text (RFC 4180; commas, semicolons, tabs or bars): the first line names the raters, every
 * other is an item, an empty cell no rating. White space around a rating is dropped, blank lines are passed over. Words
 * are one rating if they are the same characters (NFC); numbers if they are equal, and the codes are in their order.
 * What is wrong is told in a sentence with the line of the text, from 1. Time and memory are linear in the text.
 */
export function readRatings(written: string, scale: Scale): Result<RatingTable, string> {
  const text = written.includes("\r") ? written.replace(/\r\n?/g, "\n") : written;
  if (text.includes("\0")) return err("This is no table of ratings. Save it as CSV in UTF-8.");
  const long = tooLongLine(text);
  if (long !== null) return err(`Line ${long} is longer than a million characters. See where this table's lines end.`);
  const { delimiter, start } = ratingsDelimiter(text);
  const rows = collector(scale);
  const read = { line: start === 0 ? 1 : 2, problem: "" };
  const hasQuotes = text.includes('"');
  Papa.parse<string[]>(text.slice(start), {
    delimiter,
    newline: "\n",
    step: ({ data, errors }, parser) => {
      if (read.problem !== "") return;
      const malformed = errors.some(({ type }) => type === "Quotes");
      const wrong = malformed ? `has ${unquoted}` : isBlank(data) ? null : rows.add(data);
      if (wrong !== null) {
        read.problem = `Line ${read.line} ${wrong}`;
        parser.abort();
      }
      read.line += 1 + (hasQuotes ? breaksIn(data) : 0);
    },
  });
  if (read.problem !== "") return err(read.problem);
  const table = rows.table();
  return table === null ? err("This table is empty. Its first line has to name the raters.") : ok(table);
}

const unquoted = "a quotation mark that is not closed, or not at the end of its cell. Write one inside a cell twice.";

function tooLongLine(text: string): number | null {
  let line = 1;
  for (let start = 0; start < text.length; line += 1) {
    const end = text.indexOf("\n", start);
    if ((end === -1 ? text.length : end) - start > ratingLimits.line) return line;
    if (end === -1) break;
    start = end + 1;
  }
  return null;
}

function isBlank(row: readonly string[]): boolean {
  return row.length <= 1 && (row[0] ?? "").trim() === "";
}

function breaksIn(row: readonly string[]): number {
  return row.reduce((sum, cell) => sum + (cell.includes("\n") ? cell.split("\n").length - 1 : 0), 0);
}

/** Takes row after row, the raters' names first; says what is wrong with one, as the end of a sentence about its line. */
function collector(scale: Scale) {
  const coding = scale === "words" ? wordCoding() : numberCoding();
  let raters = 0;
  let codes = new Int32Array(1024);
  let filled = 0;
  const add = (row: readonly string[]): string | null => {
    if (raters === 0) {
      const names = namesIn(row);
      raters = names.length;
      return problemOfNames(names);
    }
    const cells = row.length > raters && row.slice(raters).every((cell) => cell.trim() === "") ? raters : row.length;
    if (cells !== raters) return `has ${counted(cells, "cell")}, but the first line names ${counted(raters, "rater")}.`;
    if (filled === ratingLimits.items * raters) return "is one too many: a table may have 1,000,000 items. Split it.";
    if (filled + raters > codes.length) codes = grown(codes, filled + raters);
    for (let rater = 0; rater < raters; rater += 1) {
      const code = coding.codeOf(row[rater] ?? "");
      if (typeof code === "string") return `has in column ${rater + 1} ${code}`;
      codes[filled + rater] = code;
    }
    filled += raters;
    return null;
  };
  const table = () => (raters === 0 ? null : { raters, codes: coding.finished(codes.subarray(0, filled)) });
  return { add, table };
}

function grown(codes: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, codes.length * 2));
  larger.set(codes);
  return larger;
}

/** Spreadsheets leave empty columns at the end. */
function namesIn(row: readonly string[]): string[] {
  const names = row.map((name) => normalForm(name, "NFC").trim());
  return names.slice(0, names.findLastIndex((name) => name !== "") + 1);
}

function problemOfNames(names: readonly string[]): string | null {
  if (names.length === 0) return "names no rater. Put the raters' names above their columns.";
  if (names.length > ratingLimits.raters) return `names more than ${ratingLimits.raters.toLocaleString("en")} raters.`;
  const nameless = names.indexOf("");
  if (nameless >= 0) return `has no name for column ${nameless + 1}. The first line has to name every rater.`;
  const again = names.findIndex((name, at) => names.indexOf(name) < at);
  if (again < 0) return null;
  const first = names.indexOf(names[again] ?? "") + 1;
  return `gives columns ${first} and ${again + 1} the same name. It has to name the raters, each once.`;
}

/** The code of a cell, −1 for none, or what is wrong with it; `finished` puts the codes in their order. */
type Coding = {
  readonly codeOf: (cell: string) => number | string;
  readonly finished: (codes: Int32Array) => Int32Array;
};

/** One map holds the words and the other ways in which they were written. */
function wordCoding(): Coding {
  const known = new Map([["", -1]]);
  let words = 0;
  const codeOf = (cell: string) => {
    const found = known.get(cell);
    if (found !== undefined) return found;
    const word = normalForm(cell.trim(), "NFC");
    if (word.length > ratingLimits.rating) return "more than 1,000 characters. A rating is a word or a number.";
    const code = known.get(word) ?? kept(known, word, words);
    if (code === words) words += 1;
    return cell === word ? code : kept(known, cell, code);
  };
  return { codeOf, finished: (all) => all };
}

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

function numberCoding(): Coding {
  const known = new Map<string, number>();
  const codes = new Map<number, number>();
  const codeOf = (cell: string) => {
    const found = known.get(cell);
    if (found !== undefined) return found;
    const digits = cell.trim();
    if (digits === "") return kept(known, cell, -1);
    const value = number.test(digits.slice(0, ratingLimits.rating + 1)) ? Number(digits) : Number.NaN;
    if (digits.length > ratingLimits.rating || !Number.isFinite(value)) return `“${shown(digits)}”, ${noNumber}`;
    return kept(known, cell, codes.get(value) ?? kept(codes, value, codes.size));
  };
  return { codeOf, finished: (all) => inOrder(all, [...codes.keys()]) };
}

const noNumber = "which is no number. Ordinal ratings are numbers such as 2, -1 or 2.5; an empty cell is no rating.";

function kept<V>(codes: Map<V, number>, value: V, code: number): number {
  codes.set(value, code);
  return code;
}

function shown(words: string): string {
  const line = words.slice(0, 200).replace(/[\s\p{Cc}]+/gu, " ");
  return line.length > 30 ? `${line.slice(0, 29)}…` : line;
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
