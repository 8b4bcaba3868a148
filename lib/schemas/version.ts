import { z } from "zod";
import { identifier, listOfIds, requiredText, rowVersion, wholeNumber } from "#lib/schemas/text.ts";

const offset = wholeNumber(0, 2_147_483_647);

/** Freezes what was staged under `id` for this article as the version after `latest`, which whoever asks has compared it with. */
export const addVersion = z.object({ id: identifier, articleId: identifier, latest: wholeNumber(1, 100_000) });
export type AddVersion = z.output<typeof addVersion>;

const mostAtOnce = 500;

const claimIds = listOfIds(mostAtOnce, `Choose at most ${mostAtOnce} claims at once.`)
  .refine((ids) => ids.length > 0, "Choose at least one claim.")
  .transform((ids) => [...new Set(ids)]);

/** The words that the alignment offers in this version are the claims' words. */
export const confirmPlaces = z.object({ articleId: identifier, versionId: identifier, claimIds });
export type ConfirmPlaces = z.output<typeof confirmPlaces>;

/** The claim's words are `[start, end)` of this version, UTF-16 code units. */
export const placeClaim = z.object({
  claimId: identifier,
  versionId: identifier,
  rowVersion,
  start: offset,
  end: offset,
});
export type PlaceClaim = z.output<typeof placeClaim>;

/** Several claims of an article end for one reason: the new version no longer makes them. */
export const withdrawClaims = z.object({
  articleId: identifier,
  versionId: identifier,
  claimIds,
  reason: requiredText(1000, "Say why the claims are withdrawn."),
});
export type WithdrawClaims = z.output<typeof withdrawClaims>;
