import { written } from "#lib/domain/annotation.ts";
import type { Voice } from "#lib/formats/report/voice.ts";
import type { ReportWords } from "#lib/formats/report/words/en.ts";

/** A cell by its text, and what a workbook makes of it; a day is `YYYY-MM-DD`, a number as `String` writes it. */
export type Cell = { readonly text: string; readonly as: "words" | "day" | "number" | "link" };
export type Column = {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
};
/** Rows are as long as there are columns. */
export type Table = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
};

/** Columns by the words that head them, and their widths. */
export type Columns = readonly (readonly [keyof ReportWords, number])[];

/** The columns under their headings in the language of the report. */
export function columnsIn({ words: headings }: Voice, columns: Columns): Column[] {
  return columns.map(([word, width]) => ({ heading: headings[word], width }));
}

/** Well-formed, and without characters that XML cannot hold. */
export function words(text: string): Cell {
  return { text: written(text), as: "words" };
}

/** Lines of which the empty ones at the end are left out; those between stay, so that columns match line by line. */
export function lines(texts: readonly string[]): Cell {
  return words(
    texts
      .map((text) => text.replace(/\s*\n\s*/gu, " "))
      .join("\n")
      .trimEnd(),
  );
}

/** Has neither letter nor digit, so that the import of sheets passes it over. */
const nothing = "–";

/** A line for each of several things in cells that match line by line: one that has nothing there has a dash. */
export function matched(texts: readonly string[]): Cell {
  const isPlain = texts.length < 2 || texts.every((text) => text.trim() === "");
  return lines(isPlain ? texts : texts.map((text) => (text.trim() === "" ? nothing : text)));
}

export function count(value: number): Cell {
  return { text: String(value), as: "number" };
}

/** Takes the day of an ISO 8601 moment; what is no whole day (a year, a month) stays as words. */
export function day(text: string): Cell {
  const whole = /^\d{4}-\d{2}-\d{2}(?=$|T)/u.exec(text)?.[0];
  return whole === undefined || Number.isNaN(Date.parse(whole)) ? words(text) : { text: whole, as: "day" };
}

/** An address that may be opened; others stay words. */
export function link(address: string): Cell {
  const cell = words(address);
  return /^https?:\/\/\S+$/iu.test(cell.text) && URL.canParse(cell.text) ? { ...cell, as: "link" } : cell;
}

/** `YYYY-MM-DD` of an ISO 8601 moment; anything else as it stands. */
export function isoDay(moment: string): string {
  return /^\d{4}-\d{2}-\d{2}(?=T)/u.exec(moment)?.[0] ?? moment;
}
