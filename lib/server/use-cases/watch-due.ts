import "server-only";
import type { SystemContext } from "#lib/server/context.ts";
import { enqueueAll } from "#lib/server/jobs/enqueue.ts";
import { dueHosts } from "#lib/server/repositories/watches.ts";

/**
 * Asks for one job for each host, of whatever desk, that has addresses to look at. While a host's job runs, one more of
 * it may wait; two never run. Answers how many hosts there are.
 */
export async function watchDue({ db, now }: Pick<SystemContext, "db" | "now">): Promise<number> {
  const hosts = await dueHosts(db, now);
  await db.$transaction((tx) =>
    enqueueAll(
      tx,
      "watch-host",
      hosts.map((host) => ({ payload: { host }, key: host })),
    ),
  );
  return hosts.length;
}
