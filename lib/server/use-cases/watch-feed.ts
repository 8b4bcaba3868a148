import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, invalid, notFound } from "#lib/domain/failure.ts";
import { mergeItems, nextLook } from "#lib/domain/feed.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import type { UnwatchFeed, WatchFeed } from "#lib/schemas/feed.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { insertFeed, keepLooks, looksOf, removeFeed, watchedFeed } from "#lib/server/repositories/feeds.ts";
import { fetchFeed } from "#lib/server/use-cases/fetch-feed.ts";

const pageSentence = "This is a page, not a feed. Look at it first and choose one of its feeds.";

/** Has the desk watch a feed, whose items so far are not new. A feed is watched once; the answer names its row. */
export async function watchFeed(
  { actor, db, now, fetchPolicy }: Context,
  { id, address }: WatchFeed,
): Promise<Outcome<{ id: string }>> {
  if (!can(actor, "article.import", actor)) return forbidden();
  const found = await fetchFeed(address, fetchPolicy);
  if (!found.ok) return invalid({ address: found.error });
  if (found.value.kind === "page") return invalid({ address: pageSentence });
  const { feed } = found.value;
  const { deskId, memberId } = actor;
  return await inTransaction(db, async (tx) => {
    const watched = await watchedFeed(tx, deskId, { address: feed.address });
    if (watched !== null) return ok({ id: watched.id });
    const at = now.toISOString();
    const { items, ...words } = feed;
    await insertFeed(tx, { ...words, deskId, id, items: mergeItems([], items, at), addedById: memberId }, now);
    const looks = { ...(await looksOf(tx, actor)), [id]: nextLook(null, at) };
    await keepLooks(tx, actor, { looks, now });
    const details = { title: feed.title, address: feed.address };
    await appendAudit(tx, { deskId, actorId: memberId, now }, { action: "feed.watch", subjectId: id, details });
    return ok({ id });
  });
}

/** Ends the watching of a feed. What was imported from it stays. */
export async function unwatchFeed({ actor, db, now }: Context, { id }: UnwatchFeed): Promise<Outcome<{ id: string }>> {
  if (!can(actor, "article.import", actor)) return forbidden();
  const { deskId, memberId } = actor;
  return await inTransaction(db, async (tx) => {
    const feed = await watchedFeed(tx, deskId, { id });
    if (feed === null) return notFound();
    await removeFeed(tx, feed, now);
    const details = { title: feed.title, address: feed.address };
    await appendAudit(tx, { deskId, actorId: memberId, now }, { action: "feed.unwatch", subjectId: id, details });
    return ok({ id });
  });
}
