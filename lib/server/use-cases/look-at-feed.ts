import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, invalid } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import type { LookAtFeed } from "#lib/schemas/feed.ts";
import type { Context } from "#lib/server/context.ts";
import type { FeedOrPage } from "#lib/server/use-cases/fetch-feed.ts";
import { fetchFeed } from "#lib/server/use-cases/fetch-feed.ts";

/** Reads a feed once, or finds the feeds that a page names. Keeps nothing. */
export async function lookAtFeed(
  { actor, fetchPolicy }: Context,
  { address }: LookAtFeed,
): Promise<Outcome<FeedOrPage>> {
  if (!can(actor, "article.import", actor)) return forbidden();
  const found = await fetchFeed(address, fetchPolicy);
  return found.ok ? ok(found.value) : invalid({ address: found.error });
}
