/** What a column of a fact-check sheet holds. Verdicts and names of checkers are kept in the note: the desk gives its own. */
export const columnRoles = [
  "quote",
  "statement",
  "source",
  "address",
  "note",
  "claimant",
  "place",
  "verdict",
  "checkedBy",
  "out",
] as const;
export type ColumnRole = (typeof columnRoles)[number];

export const columnRoleWords: Readonly<Record<ColumnRole, string>> = {
  quote: "Quote in the article",
  statement: "Statement",
  source: "Source",
  address: "Source address",
  note: "Note",
  claimant: "Claimant",
  place: "Place",
  verdict: "Verdict (kept in the note)",
  checkedBy: "Checked by (kept in the note)",
  out: "Leave out",
};

type SheetColumn = {
  /** What the first row says, shortened. */
  readonly heading: string;
  readonly guess: ColumnRole;
};

/** One sheet of a file as the page that names its columns shows it. */
export type SheetView = {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** The first rows, the one with the headings among them, each as long as there are columns. */
  readonly rows: readonly (readonly string[])[];
  /** How many rows there are in all. */
  readonly count: number;
  /** Whether the first row seems to name the columns. */
  readonly isNamed: boolean;
};

export type SheetPage = {
  readonly articleId: string;
  readonly title: string;
  readonly version: { readonly id: string; readonly number: number };
  /** Null where no file is asked for. */
  readonly file: { readonly sheetId: string; readonly fileName: string; readonly sheets: readonly SheetView[] } | null;
};
