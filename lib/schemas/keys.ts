import { z } from "zod";
import { identifier, requiredText } from "#lib/schemas/text.ts";

/** `id` names the key that is made. */
export const rotateKey = z.object({ id: identifier });
export type RotateKey = z.output<typeof rotateKey>;

export const revokeKey = z.object({
  id: identifier,
  reason: requiredText(500, "Say why: whoever checks a report reads it."),
});
export type RevokeKey = z.output<typeof revokeKey>;
