import { z } from "zod";
import { address, identifier } from "#lib/schemas/text.ts";

const feedAddress = address.refine((text) => text !== "", "Write the address of the feed, or of a page that has one.");

export const lookAtFeed = z.object({ address: feedAddress });
export type LookAtFeed = z.output<typeof lookAtFeed>;

export const watchFeed = z.object({ id: identifier, address: feedAddress });
export type WatchFeed = z.output<typeof watchFeed>;

export const unwatchFeed = z.object({ id: identifier });
export type UnwatchFeed = z.output<typeof unwatchFeed>;

/** Without `id`, every feed of the desk whose last reading is older than a quarter of an hour. */
export const readFeeds = z.object({ id: identifier.optional() });
export type ReadFeeds = z.output<typeof readFeeds>;
