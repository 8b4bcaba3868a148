import { readFeeds as schema } from "#lib/schemas/feed.ts";
import { runRoute } from "#lib/server/route.ts";
import { readFeeds } from "#lib/server/use-cases/read-feeds.ts";

/** Reads one feed again, or all that were not read for a quarter of an hour. */
export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: readFeeds });
}
