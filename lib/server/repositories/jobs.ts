import "server-only";
import { fromPrisma } from "pg-boss";
import { insertJobs as insertion, retryJobs } from "pg-boss/dist/plans.js";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { type JobGroup, jobGroups } from "#lib/domain/job.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { jobSchema } from "#lib/server/db/job-queues.ts";

const table = "job_common";

type NewJob = {
  readonly data: object;
  /** Null: whatever else waits, this one is made. */
  readonly key: string | null;
  readonly startAfter: Date | null;
};

/** pg-boss's own statement, in the transaction of the change: the jobs are there when that is committed, not before. */
export async function insertJobs(tx: Tx, name: string, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return;
  const rows = jobs.map(({ data, key, startAfter }) => {
    return { data, singletonKey: key ?? uuidv7(), startAfter: startAfter?.toISOString() };
  });
  const statement = insertion(jobSchema, { table, name, returnId: true, notify: false });
  await fromPrisma(tx).executeSql(statement, [JSON.stringify(rows)]);
}

const stored = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(["created", "retry", "active", "completed", "cancelled", "failed"]),
  data: z.unknown(),
  output: z.unknown(),
  tries: z.number(),
  createdAt: z.date(),
  startAfter: z.date(),
  startedAt: z.date().nullable(),
  endedAt: z.date().nullable(),
});
export type StoredJob = z.output<typeof stored>;

/** The jobs of one desk in a group, the latest first; `after` is the id of the last one of the page before. */
export async function jobsOfDesk(
  tx: Tx,
  deskId: string,
  { group, after, take }: { readonly group: JobGroup; readonly after: string | null; readonly take: number },
): Promise<StoredJob[]> {
  const states = statesOf[group];
  const rows = await tx.$queryRaw`
    SELECT j.id, j.name, j.state::text AS state, j.data, j.output, j.retry_count AS tries, j.created_on AS "createdAt",
      j.start_after AS "startAfter", j.started_on AS "startedAt", j.completed_on AS "endedAt"
    FROM jobs.job_common j
    WHERE j.data->>'deskId' = ${deskId} AND j.state::text = ANY(${states})
      AND (${after}::uuid IS NULL OR (j.created_on, j.id) < (
        SELECT a.created_on, a.id FROM jobs.job_common a
        WHERE a.id = ${after}::uuid AND a.data->>'deskId' = ${deskId} LIMIT 1))
    ORDER BY j.created_on DESC, j.id DESC
    LIMIT ${take}`;
  return z.array(stored).parse(rows);
}

const statesOf: Readonly<Record<JobGroup, string[]>> = {
  waiting: ["created", "retry"],
  running: ["active"],
  failed: ["failed"],
  done: ["completed"],
};

const counted = z.array(
  z.object({ name: z.string(), state: z.string(), count: z.bigint(), latest: z.date().nullable() }),
);
export type JobCount = {
  readonly name: string;
  readonly group: JobGroup;
  readonly count: number;
  readonly latest: Date | null;
};

/** How many jobs of one desk, or of none (`null`: those of the installation), there are by name and group. */
export async function jobCounts(tx: Tx, deskId: string | null): Promise<JobCount[]> {
  const rows = await tx.$queryRaw`
    SELECT j.name, j.state::text AS state, count(*) AS count, max(coalesce(j.completed_on, j.started_on)) AS latest
    FROM jobs.job_common j
    WHERE j.data->>'deskId' IS NOT DISTINCT FROM ${deskId}::text AND j.name NOT LIKE '\\_\\_pgboss%'
    GROUP BY j.name, j.state`;
  return counted
    .parse(rows)
    .flatMap(({ name, state, count, latest }) =>
      jobGroups.flatMap((group) =>
        statesOf[group].includes(state) ? [{ name, group, count: Number(count), latest }] : [],
      ),
    );
}

/** Has failed jobs of the desk tried again, at most a thousand, one of them (`id`) or all; how many there were. */
export async function retryFailed(tx: Tx, deskId: string, id: string | null): Promise<number> {
  // Of one key one job may wait to be tried again; another one that failed with it would do the same.
  const rows = await tx.$queryRaw`
    SELECT DISTINCT ON (j.name, j.singleton_key) j.id, j.name
    FROM jobs.job_common j
    WHERE j.data->>'deskId' = ${deskId} AND j.state = 'failed' AND (${id}::uuid IS NULL OR j.id = ${id}::uuid)
      AND NOT EXISTS (
        SELECT 1 FROM jobs.job_common w
        WHERE w.name = j.name AND w.state = 'retry' AND w.singleton_key IS NOT DISTINCT FROM j.singleton_key)
    ORDER BY j.name, j.singleton_key, j.created_on DESC
    LIMIT 1000`;
  const found = z.array(z.object({ id: z.string(), name: z.string() })).parse(rows);
  for (const name of new Set(found.map((job) => job.name))) {
    const ids = found.flatMap((job) => (job.name === name ? [job.id] : []));
    await fromPrisma(tx).executeSql(retryJobs(jobSchema, table), [name, ids]);
  }
  return found.length;
}
