import { z } from "zod";
import { identifier } from "#lib/schemas/text.ts";

/** A watched address. */
export const watchId = z.object({ id: identifier });
export type WatchId = z.output<typeof watchId>;
