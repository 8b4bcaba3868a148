import "server-only";
import { randomUUID } from "node:crypto";
import { PgBoss } from "pg-boss";
import { jobSchema } from "#lib/server/db/job-queues.ts";
import { handlers } from "#lib/server/jobs/handlers.ts";
import { JobProblem } from "#lib/server/jobs/job-problem.ts";
import type { JobTools } from "#lib/server/jobs/run-job.ts";
import { log } from "#lib/server/log.ts";

/** How many jobs of a name one worker runs at a time. Hosts are many and slow; copies are read and hashed here. */
const atOnce: Readonly<Record<string, number>> = { "watch-host": 8, "capture-source": 2 };

/** How often, in seconds, a worker looks for jobs, and for jobs whose worker has died. */
const every = 1;
const superviseEvery = 5;
const stopWithin = 10_000;

/**
 * Runs jobs as the application's role until it is stopped; several workers share the work. Stopping takes nothing new,
 * finishes what it can within ten seconds, and hands the rest back to be run again.
 */
export async function startWorker(
  appUrl: string,
  tools: Omit<JobTools, "signal" | "clock">,
): Promise<{ readonly stop: () => Promise<void> }> {
  const boss = new PgBoss({
    connectionString: appUrl,
    schema: jobSchema,
    max: 4,
    migrate: false,
    createSchema: false,
    superviseIntervalSeconds: superviseEvery,
    monitorIntervalSeconds: superviseEvery,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
  });
  boss.on("error", (error) => log("worker", error));
  await boss.start();
  const stopping = new AbortController();
  for (const [name, run] of handlers) {
    await boss.work(name, { pollingIntervalSeconds: every, localConcurrency: atOnce[name] ?? 1 }, async ([job]) => {
      if (job === undefined) throw new Error("pg-boss gave a worker no job");
      const signal = AbortSignal.any([stopping.signal, job.signal]);
      return await told(name, () => run({ ...tools, clock: () => new Date(), signal }, job.data));
    });
  }
  return {
    stop: async () => {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: stopWithin });
    },
  };
}

/** What is stored with a job that failed is a sentence for people; what happened stands in the log. */
async function told<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof JobProblem) throw error;
    const reference = randomUUID().slice(0, 8);
    log(`job ${name} ${reference}`, error);
    throw new JobProblem(`Something went wrong in Stet. The log tells more under ${reference}.`);
  }
}
