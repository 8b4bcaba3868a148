import { z } from "zod";
import type { Suggestion } from "#lib/domain/review.ts";
import { decisions } from "#lib/domain/review.ts";
import { scaleLimits } from "#lib/domain/scale.ts";
import { day, identifier, requiredText, rowVersion, writtenText } from "#lib/schemas/text.ts";

/** `id` names the new revision; `rowVersion` is that of the claim as its author saw it. */
export const proposeVerdict = z.object({
  id: identifier,
  claimId: identifier,
  rowVersion,
  ratingId: identifier.refine((id) => id !== "", "Choose a rating."),
  rationale: requiredText(20_000, "Say why: the rationale is what the report prints."),
  asOf: day,
  suggestedWording: writtenText(2000).default(""),
  /** The verdict itself on a desk whose scale has no ratings; elsewhere it is passed over. */
  sentence: writtenText(scaleLimits.sentence).optional(),
  /** The review whose suggested words were taken over; a form without one sends "". */
  takenFromId: z.union([identifier, z.literal("").transform(() => null)]).nullish(),
});
export type ProposeVerdict = z.output<typeof proposeVerdict>;

export const reviewVerdict = z
  .object({
    id: identifier,
    claimId: identifier,
    revisionId: identifier,
    decision: z.enum(decisions, "Choose approve, return or comment."),
    comment: writtenText(10_000).default(""),
    /** What the reviewer would write instead; fields that say what the author says suggest nothing. */
    rationale: writtenText(20_000).optional(),
    suggestedWording: writtenText(2000).optional(),
    sentence: writtenText(scaleLimits.sentence).optional(),
  })
  .check((context) => {
    const { decision, comment } = context.value;
    if (decision === "approve" || comment !== "") return;
    const message = decision === "return" ? "Say what has to change before it can stand." : "Write the comment.";
    context.issues.push({ code: "custom", path: ["comment"], message, input: context.value });
  });
export type ReviewVerdict = z.output<typeof reviewVerdict>;

const suggestion = z.object({
  rationale: z.string().optional(),
  suggestedWording: z.string().optional(),
  sentence: z.string().optional(),
});

/** A reviewer's suggestion as it is stored; null when there is none. Throws on anything else. */
export function suggestionOf(json: unknown): Suggestion | null {
  return json === null ? null : suggestion.parse(json);
}
