/** What of an article's editions the public may see. `rowVersion` is 0 while nobody has said. Times are ISO 8601. */
export type Publication = {
  readonly isPublic: boolean;
  readonly isIndexed: boolean;
  readonly hasClaimPages: boolean;
  readonly embargoUntil: string | null;
  readonly rowVersion: number;
};

export const nothingPublic: Publication = {
  isPublic: false,
  isIndexed: false,
  hasClaimPages: false,
  embargoUntil: null,
  rowVersion: 0,
};

/** A link for somebody outside, as the desk sees it; `edition` is a number, or null for whichever is newest. */
export type ReportLink = {
  readonly id: string;
  readonly name: string;
  readonly edition: number | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly openedAt: string | null;
  readonly standing: "open" | "expired" | "revoked";
};

/** An edition that nobody outside reads, since it names a source that is confidential now; `claims` are their numbers. */
export type HeldEdition = { readonly number: number; readonly claims: readonly number[] };

/** Whether the hour of an embargo has not come yet. */
export function isUnderEmbargo(embargoUntil: Date | null, now: Date): boolean {
  return embargoUntil !== null && now < embargoUntil;
}

/** Where a claim, an edition or the newest edition is in public, from the server's root. */
export function publicPath(articleId: string, edition?: number, claimId?: string): string {
  const path = `/r/${articleId}${edition === undefined ? "" : `/${edition}`}`;
  return claimId === undefined ? path : `${path}/claims/${claimId}`;
}
