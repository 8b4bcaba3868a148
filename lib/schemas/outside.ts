import { z } from "zod";
import { outsidePurposes } from "#lib/domain/outside.ts";
import { email, identifier, requiredText, wholeNumber, writtenText } from "#lib/schemas/text.ts";

/** `id` names the invitation. The link lasts `days` days. */
export const inviteOutsider = z.object({
  id: identifier,
  claimId: identifier,
  name: requiredText(200, "Write the person's name as the report should show it."),
  email,
  purpose: z.enum(outsidePurposes, "Choose what you ask of them."),
  note: writtenText(5000).default(""),
  days: wholeNumber(1, 60, "Choose 1 to 60 days."),
});
export type InviteOutsider = z.output<typeof inviteOutsider>;

export const revokeOutsider = z.object({ id: identifier });
export type RevokeOutsider = z.output<typeof revokeOutsider>;

/** `id` names the message. */
export const answerFromOutside = z.object({ id: identifier, text: requiredText(10_000, "Write what you know first.") });
export type AnswerFromOutside = z.output<typeof answerFromOutside>;
