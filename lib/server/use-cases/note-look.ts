import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden } from "#lib/domain/failure.ts";
import { nextLook } from "#lib/domain/feed.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { keepLooks, looksOf, watchedFeeds } from "#lib/server/repositories/feeds.ts";

/** Notes that this member looks at the desk's feeds now: what comes later is new to them. */
export async function noteLook({ actor, db, now }: Context): Promise<Outcome<null>> {
  if (!can(actor, "article.import", actor)) return forbidden();
  return await inTransaction(db, async (tx) => {
    const feeds = await watchedFeeds(tx, actor.deskId);
    const before = await looksOf(tx, actor);
    const looks = Object.fromEntries(
      feeds.map(({ id, addedAt }) => {
        const last = before[id] ?? { at: addedAt.toISOString(), before: addedAt.toISOString() };
        return [id, nextLook(last, now.toISOString())];
      }),
    );
    await keepLooks(tx, actor, { looks, now });
    return ok(null);
  });
}
