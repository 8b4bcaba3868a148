import "server-only";
import type { Tx } from "#lib/server/db/client.ts";

/** Takes back the jobs that were asked for a desk and have not begun: nobody is to fetch what is invented. */
export async function forgetJobs(tx: Tx, deskId: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM jobs.job_common WHERE data->>'deskId' = ${deskId} AND state = 'created'`;
}
