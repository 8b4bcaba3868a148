import { z } from "zod";
import { identifier } from "#lib/schemas/text.ts";

/** One failed job of the desk; all of them when `id` is "". */
export const retryJob = z.object({ id: identifier.or(z.literal("")) });
export type RetryJob = z.output<typeof retryJob>;
