/** What is marked: `[start, end)` in the version's text, UTF-16 code units, under an id made by the asker (UUIDv7). */
export type MarkRequest = {
  readonly id: string;
  readonly articleId: string;
  readonly versionId: string;
  readonly start: number;
  readonly end: number;
};

/** `existed` says that these very words were a claim already; `claimId` is then that claim's. */
export type MarkAnswer =
  | { readonly ok: true; readonly claimId: string; readonly existed: boolean }
  | { readonly ok: false; readonly sentence: string };

export type MarkClaim = (request: MarkRequest) => Promise<MarkAnswer>;
