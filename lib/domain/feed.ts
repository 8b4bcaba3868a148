/** An item as a feed has it. `address` is "" where it names none; `published` is ISO 8601 or "". */
export type FeedItem = {
  readonly id: string;
  readonly title: string;
  readonly address: string;
  readonly published: string;
};

/** `seenAt` says when the desk first met the item in this feed, ISO 8601. */
export type KeptItem = FeedItem & { readonly seenAt: string };

/** An item as it is offered to somebody: new to them since their last visit, on the desk already. */
export type OfferedItem = FeedItem & { readonly isNew: boolean; readonly onDesk: boolean };

/** A feed that the desk watches; `problem` is why the last reading failed, as a sentence, or "". */
export type FeedView = {
  readonly id: string;
  readonly address: string;
  readonly title: string;
  readonly problem: string;
  readonly readAt: string;
  readonly addedBy: string;
  /** How many items the reader has not met yet. */
  readonly fresh: number;
  readonly items: readonly OfferedItem[];
};

/** As many as are kept of one feed, newest first. */
export const mostFeedItems = 200;

/** A feed is read again when its last reading is older than this. */
export const feedFreshMs = 15 * 60 * 1000;

/**
 * The items of a new reading, each with when it was first met; those already known keep their time. What the feed has
 * dropped meanwhile is dropped here too.
 */
export function mergeItems(kept: readonly KeptItem[], read: readonly FeedItem[], now: string): KeptItem[] {
  const known = new Map(kept.map((item) => [item.id, item.seenAt]));
  const merged = new Map<string, KeptItem>();
  for (const { id, title, address, published } of read) {
    if (merged.size >= mostFeedItems) break;
    if (!merged.has(id)) merged.set(id, { id, title, address, published, seenAt: known.get(id) ?? now });
  }
  return [...merged.values()];
}

/** When somebody looked at a feed: the visit that goes on, and the end of the one before it. ISO 8601. */
export type Look = { readonly at: string; readonly before: string };

/** So long after a look, another one begins a new visit. */
const visitMs = 30 * 60 * 1000;

/** The look that follows on `last`: within one visit, what was new stays marked. */
export function nextLook(last: Look | null, now: string): Look {
  if (last === null) return { at: now, before: now };
  const isSameVisit = Date.parse(now) - Date.parse(last.at) < visitMs;
  return { at: now, before: isSameVisit ? last.before : last.at };
}
