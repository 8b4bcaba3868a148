import { z } from "zod";
import { priorities } from "#lib/domain/claim.ts";
import { moment } from "#lib/schemas/moment.ts";
import { identifier, partialDay, requiredText, rowVersion, wholeNumber, writtenText } from "#lib/schemas/text.ts";

const offset = wholeNumber(0, 2_147_483_647);

/** A new claim on `[start, end)` of a version, UTF-16 code units; `id` is made by whoever asks, so that twice is once. */
export const markClaim = z.object({
  id: identifier,
  articleId: identifier,
  versionId: identifier,
  start: offset,
  end: offset,
});
export type MarkClaim = z.output<typeof markClaim>;

export const editClaim = z.object({
  id: identifier,
  rowVersion,
  statement: writtenText(2000),
  claimant: writtenText(500),
  saidOn: partialDay,
  saidIn: writtenText(500),
});
export type EditClaim = z.output<typeof editClaim>;

export const assignClaim = z.object({
  claimId: identifier,
  rowVersion,
  assigneeId: z.union([z.literal("").transform(() => null), identifier]),
  dueAt: moment,
  priority: z.enum(priorities),
});
export type AssignClaim = z.output<typeof assignClaim>;

export const withdrawClaim = z.object({
  claimId: identifier,
  rowVersion,
  reason: requiredText(1000, "Say why the claim is withdrawn."),
});
export type WithdrawClaim = z.output<typeof withdrawClaim>;

export const restoreClaim = z.object({ claimId: identifier, rowVersion });
export type RestoreClaim = z.output<typeof restoreClaim>;
