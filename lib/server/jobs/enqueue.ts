import "server-only";
import type { Tx } from "#lib/server/db/client.ts";
import type { JobName, JobPayload } from "#lib/server/jobs/job-payloads.ts";
import { insertJobs } from "#lib/server/repositories/jobs.ts";

/** `key`: while a job of that name and key waits, asking again makes no second one. */
export type JobOptions = { readonly startAfter?: Date; readonly key?: string };

/** Asks for a job in the transaction of the change that wants it: it exists when that is committed, and not before. */
export async function enqueue<Name extends JobName>(
  tx: Tx,
  name: Name,
  payload: JobPayload<Name>,
  options: JobOptions = {},
): Promise<void> {
  await enqueueAll(tx, name, [{ payload, ...options }]);
}

/** As `enqueue`, for many at once. */
export async function enqueueAll<Name extends JobName>(
  tx: Tx,
  name: Name,
  jobs: readonly (JobOptions & { readonly payload: JobPayload<Name> })[],
): Promise<void> {
  const rows = jobs.map(({ payload, key, startAfter }) => ({
    data: payload,
    key: key ?? null,
    startAfter: startAfter ?? null,
  }));
  await insertJobs(tx, name, rows);
}
