import { z } from "zod";
import { identifier } from "#lib/schemas/text.ts";

/** One of the reader's notices; all of them when `id` is "". */
export const readNotices = z.object({ id: identifier.or(z.literal("")) });
export type ReadNotices = z.output<typeof readNotices>;
