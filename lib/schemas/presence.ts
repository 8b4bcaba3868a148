import { z } from "zod";
import { identifier } from "#lib/schemas/text.ts";

/** A page that somebody has open; `id` is the tab's. A claim alone names its article. */
export const tellPresence = z.object({
  id: identifier,
  articleId: identifier.nullable().default(null),
  claimId: identifier.nullable().default(null),
  gone: z.boolean().default(false),
});
export type TellPresence = z.output<typeof tellPresence>;
