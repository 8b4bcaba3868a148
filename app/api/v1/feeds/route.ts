import { watchFeed as schema } from "#lib/schemas/feed.ts";
import { feedsPage } from "#lib/server/queries/feeds-page.ts";
import { runRead, runRoute } from "#lib/server/route.ts";
import { watchFeed } from "#lib/server/use-cases/watch-feed.ts";

/** The feeds that the desk watches, with their items and what is new to whoever asks. */
export async function GET(): Promise<Response> {
  return await runRead(feedsPage);
}

/** Has the desk watch a feed. */
export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: watchFeed });
}
