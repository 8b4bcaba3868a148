import "server-only";
import type { Tx } from "#lib/server/db/client.ts";
import type { JobName, JobPayload } from "#lib/server/jobs/job-payloads.ts";

/** `key`: while a job of that name and key waits, asking again makes no second one. */
export type JobOptions = { readonly startAfter?: Date; readonly key?: string };

/** Asks for a job in the transaction of the change that wants it: it exists when that is committed, and not before. */
export async function enqueue<Name extends JobName>(
  _tx: Tx,
  _name: Name,
  _payload: JobPayload<Name>,
  _options: JobOptions = {},
): Promise<void> {}
