import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { WatchingView, WatchView } from "#lib/domain/watch.ts";
import { can } from "#lib/policy/can.ts";
import { identifier } from "#lib/schemas/text.ts";
import type { Context } from "#lib/server/context.ts";
import { lastOutcomes, type StoredWatch, watchedSource, watchesOfSources } from "#lib/server/repositories/watches.ts";

const shownLooks = 5;

/** The watched addresses of a source and of those merged into it, each with its last looks. */
export async function watchesOfSource({ actor, db }: Context, sourceId: string): Promise<Outcome<WatchingView>> {
  if (!can(actor, "source.read", actor)) return forbidden();
  const id = identifier.safeParse(sourceId);
  const source = id.success ? await watchedSource(db, actor.deskId, id.data) : null;
  if (source === null) return notFound();
  const { ids, title } = source;
  const watches = await watchesOfSources(db, actor.deskId, ids);
  const views = watches.map(async (watch) => {
    const looks = await lastOutcomes(db, watch, shownLooks);
    return {
      ...watchView(watch),
      looks: looks.map(({ at, state, status, problem }) => ({ at: at.toISOString(), state, status, problem })),
    };
  });
  return ok({ title, watches: await Promise.all(views), mayManage: can(actor, "watch.manage", actor) });
}

function watchView(watch: StoredWatch): WatchView {
  const { id, sourceId, address, state, movedTo, problem } = watch;
  return {
    id,
    sourceId,
    address,
    state,
    stateSince: watch.stateSince.toISOString(),
    movedTo,
    problem,
    checkedAt: watch.checkedAt?.toISOString() ?? null,
    nextAt: watch.nextAt.toISOString(),
    stopped: watch.stoppedAt !== null,
  };
}
