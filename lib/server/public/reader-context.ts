import "server-only";
import type { AnonymousContext } from "#lib/server/context.ts";
import { database } from "#lib/server/db/client.ts";

/** The context of whoever reads in public. Unlike the session's, it needs nothing of Next: the front door reads with it. */
export function readerContext(): AnonymousContext {
  return { db: database(), now: new Date() };
}
