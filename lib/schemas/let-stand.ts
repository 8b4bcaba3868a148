import { z } from "zod";
import { mostLetStand } from "#lib/domain/let-stand.ts";
import { identifier } from "#lib/schemas/text.ts";

const one = z.object({
  claimId: identifier,
  revisionId: identifier,
  basisDigest: z.string().regex(/^[0-9a-f]{64}$/, "Reload the page and choose again."),
});

/** Each verdict by its claim, its revision and the digest of what the reader saw it rest on now. */
export const letStand = z.object({
  verdicts: z
    .array(one)
    .min(1, "Choose at least one verdict.")
    .max(mostLetStand, `Choose at most ${mostLetStand} verdicts at once.`)
    .refine((list) => new Set(list.map((each) => each.claimId)).size === list.length, "Name each claim once."),
});
export type LetStand = z.output<typeof letStand>;
export type LetOneStand = LetStand["verdicts"][number];
