import "server-only";
import type { ThreadView } from "#lib/domain/thread.ts";
import { can } from "#lib/policy/can.ts";
import type { Context } from "#lib/server/context.ts";
import { messageViews } from "#lib/server/queries/message-views.ts";
import { latestMessages } from "#lib/server/repositories/messages.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import { threadsOf } from "#lib/server/repositories/threads.ts";

/**
 * The first 50 threads on a claim, open ones first, each with its last messages. None for whoever is to judge the claim
 * without sight of others' words, nor for somebody from outside. The caller has checked that the claim may be read.
 */
export async function claimThreads({ actor, db }: Context, claimId: string): Promise<readonly ThreadView[]> {
  const { deskId } = actor;
  if (!can(actor, "thread.read", { deskId }) || (await blindClaims(db, actor)).has(claimId)) return [];
  const threads = await threadsOf(db, deskId, claimId);
  const rows = await latestMessages(
    db,
    deskId,
    threads.map(({ id }) => id),
  );
  const views = await messageViews(db, deskId, rows);
  const byThread = Map.groupBy(rows, ({ threadId }) => threadId);
  return threads.map((thread) => {
    const own = byThread.get(thread.id) ?? [];
    const { id, anchor, anchorId, rowVersion, resolvedAt, resolvedBy, resolvedReason } = thread;
    return {
      id,
      anchor,
      anchorId,
      rowVersion,
      resolved:
        resolvedAt === null
          ? null
          : {
              by: resolvedBy ?? { id: "", name: "" },
              at: resolvedAt.toISOString(),
              reason: resolvedReason ?? "",
            },
      earlier: own[0]?.before ?? 0,
      messages: own.flatMap((row) => views.get(row.id) ?? []),
    };
  });
}
