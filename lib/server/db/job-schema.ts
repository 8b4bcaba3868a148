import "server-only";
import { createHash } from "node:crypto";
import { type Client, escapeLiteral } from "pg";
import { getConstructionPlans, getMigrationPlans, PgBoss } from "pg-boss";
import packageJson from "pg-boss/package.json" with { type: "json" };
import { ensureGroupRole } from "#lib/server/db/app-role.ts";
import { type JobQueue, jobQueues, jobSchema } from "#lib/server/db/job-queues.ts";
import { StartupProblem } from "#lib/server/startup-problem.ts";

const wanted = packageJson.pgboss.schema;

/**
 * An index for the page of jobs, and what the application's role may do: ask for jobs, run them and tidy up. Not among
 * it: to make or change anything that is run by the owner. `bam` holds statements that pg-boss would run, so nobody adds
 * to it.
 */
const ours = `
  CREATE INDEX IF NOT EXISTS stet_desk ON ${jobSchema}.job_common ((data->>'deskId'), created_on DESC, id);
  GRANT USAGE ON SCHEMA ${jobSchema} TO stet_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ${jobSchema}.job, ${jobSchema}.job_common, ${jobSchema}.job_dependency,
    ${jobSchema}.warning TO stet_app;
  GRANT SELECT, UPDATE, DELETE ON ${jobSchema}.instance TO stet_app;
  GRANT SELECT, INSERT, UPDATE ON ${jobSchema}.queue TO stet_app;
  GRANT SELECT, UPDATE ON ${jobSchema}.version, ${jobSchema}.schedule TO stet_app;
  GRANT SELECT ON ${jobSchema}.bam, ${jobSchema}.subscription TO stet_app;`;

/**
 * Brings pg-boss's tables, the queues and the schedules up to date, as the database's owner; the workers and the web
 * server only use them. The caller holds the lock of the migrations. Throws `StartupProblem` when a newer copy of Stet
 * has used the database.
 */
export async function installJobs(client: Client): Promise<void> {
  const mark = createHash("sha256")
    .update(JSON.stringify([wanted, ours, jobQueues]))
    .digest("hex");
  const found = await client.query<{ version: string | null; mark: string | null }>(`
    SELECT to_regclass('${jobSchema}.version')::text AS version,
      obj_description(to_regnamespace('${jobSchema}'), 'pg_namespace') AS mark`);
  if (found.rows[0]?.mark === mark) return;
  if ((found.rows[0]?.version ?? null) === null) await client.query(getConstructionPlans(jobSchema));
  else await upgrade(client);
  await ensureGroupRole(client);
  await client.query(ours);
  await prepareQueues(client);
  await client.query(`COMMENT ON SCHEMA ${jobSchema} IS ${escapeLiteral(mark)}`);
}

async function upgrade(client: Client): Promise<void> {
  const found = await client.query<{ version: number }>(`SELECT version FROM ${jobSchema}.version`);
  const version = found.rows[0]?.version ?? 0;
  if (version > wanted) {
    throw new StartupProblem(
      "A newer copy of Stet has used this database: its jobs are of a later form. Start that one.",
    );
  }
  if (version < wanted) await client.query(getMigrationPlans(jobSchema, version));
}

async function prepareQueues(client: Client): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => await client.query(text, values) },
    schema: jobSchema,
    migrate: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  await boss.start();
  try {
    const present = new Set((await boss.getQueues()).map(({ name }) => name));
    for (const [name, queue] of Object.entries(jobQueues)) {
      await prepareQueue(boss, { name, queue, isNew: !present.has(name) });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function prepareQueue(
  boss: PgBoss,
  { name, queue: { cron, ...settings }, isNew }: { name: string; queue: JobQueue; isNew: boolean },
): Promise<void> {
  const options = { ...settings, retryBackoff: true };
  if (isNew) await boss.createQueue(name, { ...options, policy: "stately" });
  else await boss.updateQueue(name, options);
  if (cron === null) await boss.unschedule(name);
  else await boss.schedule(name, cron, {});
}
