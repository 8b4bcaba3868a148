import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, notFound } from "#lib/domain/failure.ts";
import { feedFreshMs, mergeItems } from "#lib/domain/feed.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import type { ReadFeeds } from "#lib/schemas/feed.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import type { WatchedFeed } from "#lib/server/repositories/feeds.ts";
import { saveReading, watchedFeed, watchedFeeds } from "#lib/server/repositories/feeds.ts";
import { fetchFeed } from "#lib/server/use-cases/fetch-feed.ts";

const atOnce = 4;

const moved = "This address leads to a page now, not to a feed. Watch the feed under its new address.";

/**
 * Reads the named feed again, or every one that was not read for a quarter of an hour, four at a time. A reading that
 * fails is kept with the feed as a sentence. It is no change that the desk made, so the audit chain does not tell of it.
 */
export async function readFeeds(context: Context, { id }: ReadFeeds): Promise<Outcome<{ id: string; read: number }>> {
  const { actor } = context;
  if (!can(actor, "article.import", actor)) return forbidden();
  const due = await feedsDue(context, id);
  if (id !== undefined && due.length === 0) return notFound();
  for (let from = 0; from < due.length; from += atOnce) {
    await Promise.all(due.slice(from, from + atOnce).map((feed) => readOne(context, feed)));
  }
  return ok({ id: id ?? actor.deskId, read: due.length });
}

async function feedsDue({ actor, db, now }: Context, only: string | undefined): Promise<readonly WatchedFeed[]> {
  if (only === undefined) {
    const fresh = now.getTime() - feedFreshMs;
    return (await watchedFeeds(db, actor.deskId)).filter((feed) => feed.readAt.getTime() < fresh);
  }
  const feed = await watchedFeed(db, actor.deskId, { id: only });
  return feed === null ? [] : [feed];
}

async function readOne({ db, now, fetchPolicy }: Context, { deskId, id, address }: WatchedFeed): Promise<void> {
  const found = await fetchFeed(address, fetchPolicy);
  await inTransaction(db, async (tx) => {
    const feed = await watchedFeed(tx, deskId, { id });
    if (feed === null) return notFound(); // Nobody watches it any more.
    const isFeed = found.ok && found.value.kind === "feed";
    const items = isFeed ? mergeItems(feed.items, found.value.feed.items, now.toISOString()) : feed.items;
    const problem = isFeed ? "" : found.ok ? moved : found.error;
    await saveReading(tx, feed, { items, problem, readAt: now });
    return ok(null);
  });
}
