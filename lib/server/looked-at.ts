import "server-only";
import { after } from "next/server";
import type { Context } from "#lib/server/context.ts";
import { noteSeen } from "#lib/server/use-cases/note-seen.ts";

/** Notes that the reader has opened a claim once its page is on the way: it costs the page no time and cannot fail it. */
export function lookedAt(context: Context, claimId: string): void {
  after(() => noteSeen(context, { claimId }));
}
