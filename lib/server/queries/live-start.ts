import "server-only";
import { can } from "#lib/policy/can.ts";
import type { Context } from "#lib/server/context.ts";
import { requireEnv } from "#lib/server/env.ts";
import { cursorKey, sealCursor } from "#lib/server/live/cursor.ts";
import { auditHead } from "#lib/server/repositories/audit.ts";

/**
 * Where the record stands as this page is drawn, as a cursor of the reader's: the page's stream goes on from there, so
 * that nothing between the drawing and the stream is missed. Null for whoever has no stream. Ask before the page's rows are read.
 */
export async function liveStart({ actor, db }: Context): Promise<string | null> {
  if (!can(actor, "live.read", actor)) return null;
  const head = await auditHead(db, actor.deskId);
  return sealCursor(cursorKey(requireEnv("NEXTAUTH_SECRET")), actor, head?.seq ?? 0n);
}
