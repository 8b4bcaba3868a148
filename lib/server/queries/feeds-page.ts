import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden } from "#lib/domain/failure.ts";
import type { FeedView } from "#lib/domain/feed.ts";
import { feedFreshMs, nextLook } from "#lib/domain/feed.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import type { Context } from "#lib/server/context.ts";
import { addressesOnDesk, looksOf, watchedFeeds } from "#lib/server/repositories/feeds.ts";

type FeedsView = { readonly feeds: readonly FeedView[]; readonly isDue: boolean };

/** The feeds that the desk watches, with what is new to the reader; `isDue` says that one should be read again. */
export async function feedsPage({ actor, db, now }: Context): Promise<Outcome<FeedsView>> {
  if (!can(actor, "article.import", actor)) return forbidden();
  const feeds = await watchedFeeds(db, actor.deskId);
  const looks = await looksOf(db, actor);
  const addresses = feeds.flatMap((feed) => feed.items.map((item) => item.address)).filter((text) => text !== "");
  const known = await addressesOnDesk(db, actor.deskId, addresses);
  const views = feeds.map(({ id, address, title, problem, readAt, addedAt, addedBy, items }) => {
    const added = addedAt.toISOString();
    const since = nextLook(looks[id] ?? { at: added, before: added }, now.toISOString()).before;
    const shown = items.map(({ seenAt, ...item }) => ({
      ...item,
      isNew: seenAt > since,
      onDesk: known.has(item.address),
    }));
    const fresh = shown.filter((item) => item.isNew).length;
    return { id, address, title, problem, readAt: readAt.toISOString(), addedBy: addedBy.name, fresh, items: shown };
  });
  return ok({ feeds: views, isDue: feeds.some(({ readAt }) => now.getTime() - readAt.getTime() > feedFreshMs) });
}
