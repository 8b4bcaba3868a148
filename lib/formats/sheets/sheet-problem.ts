/** Why a file is no sheet that can be read. */
export type SheetProblem =
  | "empty"
  | "too-large"
  | "too-many-rows"
  | "too-many-columns"
  | "encrypted"
  | "damaged"
  | "not-a-sheet";

/** A sheet's cells as text, row by row; a row is as long as its last cell that is not empty. */
export type ReadSheet = { readonly name: string; readonly rows: string[][] };
export type ReadSheets = { readonly sheets: ReadSheet[] };

/** `bytes` are those of the file, `inflated` those of all parts of a workbook. */
export const sheetLimits = {
  bytes: 10 * 1024 * 1024,
  inflated: 32 * 1024 * 1024,
  rows: 10_000,
  columns: 100,
  sheets: 50,
} as const;

/** What to tell the person whose sheet cannot be read: what is wrong and what to do. */
export function sheetProblemSentence(problem: SheetProblem): string {
  switch (problem) {
    case "empty":
      return "This file has no rows. Choose a sheet with one row for each fact.";
    case "too-large":
      return "This sheet is too large. Save the rows you need as a CSV file of at most 10 MB.";
    case "too-many-rows":
      return "This sheet has more than 10,000 rows. Split it.";
    case "too-many-columns":
      return "This sheet has more than 100 columns. Take out those that are not needed.";
    case "encrypted":
      return "This sheet is protected by a password. Save it without one.";
    case "damaged":
      return "This sheet is damaged or cut off. Open it in your spreadsheet program, save it as XLSX or CSV, and choose that.";
    case "not-a-sheet":
      return "This is no sheet that can be read. Save it as XLSX or CSV.";
  }
}
