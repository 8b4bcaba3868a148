import "server-only";
import type { Context } from "#lib/server/context.ts";
import { desksWithFeeds } from "#lib/server/repositories/feeds.ts";
import { readFeeds } from "#lib/server/use-cases/read-feeds.ts";

/** Reads what every desk watches and has not read lately, one desk after the other; how many feeds that were. */
export async function readAllFeeds(context: Omit<Context, "actor">, signal: AbortSignal): Promise<number> {
  let read = 0;
  for (const deskId of await desksWithFeeds(context.db)) {
    if (signal.aborted) break;
    // Stet itself, which may what a checker may.
    const actor = { deskId, memberId: deskId, userId: deskId, name: "Stet", role: "checker" as const };
    const outcome = await readFeeds({ ...context, actor }, {});
    read += outcome.ok ? outcome.value.read : 0;
  }
  return read;
}
