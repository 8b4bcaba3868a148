import { z } from "zod";
import { keepDraft } from "#lib/schemas/draft.ts";
import { identifier, wholeNumber } from "#lib/schemas/text.ts";

const offset = wholeNumber(0, 2_000_000_000);

/**
 * Words of a copy, `[start, end)` in its text in UTF-16 code units, for new evidence on a claim. `typed` is what stands
 * in the form for it already.
 */
export const quotePassage = z.object({
  claimId: identifier,
  captureId: identifier,
  start: offset,
  end: offset,
  typed: keepDraft.shape.fields,
});
export type QuotePassage = z.output<typeof quotePassage>;
