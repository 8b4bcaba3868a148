import { z } from "zod";
import { identifier } from "#lib/schemas/text.ts";

/** A claim that somebody has before them, and the number of the newest entry of its story that they are shown. */
export const seenClaim = z.object({
  claimId: identifier,
  upTo: z
    .string()
    .regex(/^\d{1,18}$/)
    .transform(BigInt),
});
