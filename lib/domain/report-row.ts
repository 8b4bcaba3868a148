/** An article's report as the desk lists it. Times are ISO 8601. */
export type ReportRow = {
  readonly articleId: string;
  readonly title: string;
  /** Those that were not withdrawn. */
  readonly claims: number;
  readonly signedOff: number;
  /** The newest edition that the reader may see. */
  readonly newest: {
    readonly id: string;
    readonly number: number;
    readonly publishedAt: string;
    readonly isWithdrawal: boolean;
  } | null;
  /** `embargo`: public from `embargoUntil` on. */
  readonly openness: "desk" | "embargo" | "public";
  readonly embargoUntil: string | null;
};
