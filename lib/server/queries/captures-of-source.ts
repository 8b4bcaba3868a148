import "server-only";
import type { CaptureView } from "#lib/domain/capture-views.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import { captureView } from "#lib/server/queries/capture-view.ts";
import { sourceFamily, sourceRow } from "#lib/server/repositories/captured-sources.ts";
import { capturesOf } from "#lib/server/repositories/captures.ts";

const most = 200;

/** The copies of a source and of all that were merged with it, the newest first, 200 at most. */
export async function capturesOfSource({ actor, db }: Context, sourceId: string): Promise<Outcome<CaptureView[]>> {
  const source = permit(actor, "capture.read", await sourceRow(db, actor.deskId, sourceId));
  if (!source.ok) return source;
  const { ids } = await sourceFamily(db, source.value);
  return ok((await capturesOf(db, actor.deskId, { sourceIds: ids, take: most })).map(captureView));
}
