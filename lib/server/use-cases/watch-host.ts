import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { SystemContext } from "#lib/server/context.ts";
import { log } from "#lib/server/log.ts";
import { nextDue, saveWatch } from "#lib/server/repositories/watches.ts";
import { recheckAddress } from "#lib/server/use-cases/recheck-address.ts";

type HostContext = Pick<SystemContext, "db" | "fetchPolicy"> & {
  readonly clock: () => Date;
  readonly signal: AbortSignal;
};
type Walk = {
  readonly host: string;
  /** Milliseconds between two requests, and until the walk leaves the rest to the next job. */
  readonly pauseMs: number;
  readonly walkMs: number;
};

const anHour = 3_600_000;

/**
 * Looks at the addresses of one host that are due, of all desks, one after the other. What one look throws is logged
 * and that address left for an hour, so that it does not keep the others waiting; `faults` says how many did.
 */
export async function watchHost(
  { db, fetchPolicy, clock, signal }: HostContext,
  { host, pauseMs, walkMs }: Walk,
): Promise<{ looked: number; faults: number }> {
  const until = performance.now() + walkMs;
  const seen = new Set<string>();
  let faults = 0;
  while (performance.now() < until && !signal.aborted) {
    const now = clock();
    const watch = await nextDue(db, host, now);
    // Due again at once: somebody asked for it meanwhile, and the next job will look.
    if (watch === null || seen.has(watch.id)) break;
    if (seen.size > 0) await sleep(pauseMs);
    seen.add(watch.id);
    try {
      await recheckAddress({ db, fetchPolicy, now, deskId: watch.deskId, signal }, watch.id);
    } catch (error) {
      faults += 1;
      log("watch-host", error);
      await saveWatch(db, watch, { failures: watch.failures + 1, nextAt: new Date(now.getTime() + anHour) });
    }
  }
  return { looked: seen.size, faults };
}
