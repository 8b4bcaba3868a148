/** The words that a claim gets in this version: `[start, end)` in its text, UTF-16 code units. */
export type PlaceRequest = {
  readonly claimId: string;
  readonly versionId: string;
  readonly rowVersion: number;
  readonly start: number;
  readonly end: number;
};

export type PlaceAnswer = { readonly ok: true } | { readonly ok: false; readonly sentence: string };

export type PlaceClaim = (request: PlaceRequest) => Promise<PlaceAnswer>;

/** What placing mode shows of the claim: the words it was placed on last, and where to look for them in this version. */
export type PlacingClaim = {
  readonly id: string;
  readonly number: number;
  readonly rowVersion: number;
  readonly words: string;
  /** An offset in the text of this version, UTF-16 code units; null when nothing says where. */
  readonly near: number | null;
};
