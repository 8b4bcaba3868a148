import { z } from "zod";
import { scaleLimits } from "#lib/domain/scale.ts";
import { adjudications } from "#lib/domain/second.ts";
import { day, identifier, requiredText, writtenText } from "#lib/schemas/text.ts";

/** `id` names the request; `memberId` whoever is asked. */
export const askSecond = z.object({
  id: identifier,
  claimId: identifier,
  memberId: z.union([z.literal(""), identifier]).refine((id) => id !== "", "Choose whom to ask."),
});
export type AskSecond = z.output<typeof askSecond>;

export const cancelSecond = z.object({ id: identifier });
export type CancelSecond = z.output<typeof cancelSecond>;

/** `ratingId` may be left out where the desk's scale has one rating; `basisDigest` is what its author read, if they say. */
export const giveSecond = z.object({
  id: identifier,
  ratingId: z.union([z.literal(""), identifier], "Choose a rating.").default(""),
  sentence: writtenText(scaleLimits.sentence).default(""),
  rationale: requiredText(20_000, "Say why: your rationale is read beside the first one."),
  asOf: day,
  basisDigest: z.union([z.literal(""), z.string().regex(/^[0-9a-f]{64}$/)]).default(""),
});
export type GiveSecond = z.output<typeof giveSecond>;

export const adjudicateSecond = z.object({
  id: identifier,
  outcome: z.enum(adjudications, "Choose which of the two carries, or neither."),
  words: requiredText(20_000, "Say why, for both of them."),
});
export type AdjudicateSecond = z.output<typeof adjudicateSecond>;

/** The days that the desk's agreement is looked at over; empty for the year up to today. */
export const agreementRange = z.object({
  from: z.union([z.literal(""), day]).default(""),
  to: z.union([z.literal(""), day]).default(""),
});
export type AgreementRange = z.output<typeof agreementRange>;
