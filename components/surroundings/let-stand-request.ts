import type { LetStandResult } from "#lib/domain/let-stand.ts";

/** The verdicts to let stand, each with the digest of what the reader was shown. */
export type LetStandRequest = {
  readonly verdicts: readonly { readonly claimId: string; readonly revisionId: string; readonly basisDigest: string }[];
};

export type LetStandAnswer =
  | { readonly ok: true; readonly results: readonly LetStandResult[] }
  | { readonly ok: false; readonly sentence: string };

export type LetStandAction = (request: LetStandRequest) => Promise<LetStandAnswer>;
