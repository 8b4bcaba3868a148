import "server-only";
import { z } from "zod";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden } from "#lib/domain/failure.ts";
import { type InstallationJobs, type JobGroup, type JobsView, type JobView, jobWords } from "#lib/domain/job.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import { identifier } from "#lib/schemas/text.ts";
import type { Context } from "#lib/server/context.ts";
import { type JobCount, jobCounts, jobsOfDesk, type StoredJob } from "#lib/server/repositories/jobs.ts";

const pageSize = 50;

/** What waits, runs, failed and was done of the desk's jobs, a page of one group, and counts of the installation's own. */
export async function jobsPage(
  { actor, db }: Context,
  { group, after }: { readonly group: JobGroup; readonly after: string | null },
): Promise<Outcome<JobsView>> {
  if (!can(actor, "job.read", actor)) return forbidden();
  const last = identifier.safeParse(after).data ?? null;
  const own = await jobCounts(db, actor.deskId);
  const all = await jobCounts(db, null);
  const rows = await jobsOfDesk(db, actor.deskId, { group, after: last, take: pageSize + 1 });
  const jobs = rows.slice(0, pageSize).map((row) => jobView(row, group));
  const next = rows.length > pageSize ? (jobs.at(-1)?.id ?? null) : null;
  return ok({ group, counts: countsOf(own), jobs, next, installation: installationOf(all) });
}

function countsOf(rows: readonly JobCount[]): Record<JobGroup, number> {
  const counts = { failed: 0, running: 0, waiting: 0, done: 0 };
  for (const row of rows) counts[row.group] += row.count;
  return counts;
}

function installationOf(rows: readonly JobCount[]): InstallationJobs[] {
  return [...new Set(rows.map(({ name }) => name))].sort().map((name) => {
    const own = rows.filter((row) => row.name === name);
    const moments = own.flatMap(({ latest }) => (latest === null ? [] : [latest.getTime()]));
    const latest = moments.length === 0 ? null : new Date(Math.max(...moments)).toISOString();
    return { name, words: jobWords(name), counts: countsOf(own), latest };
  });
}

const about = z.object({ address: z.string() });
/** pg-boss wraps what it has to say itself; errors are kept with their message. */
const said = z.union([
  z.object({ note: z.string() }).transform(({ note }) => note),
  z.object({ message: z.string() }).transform(({ message }) => message),
  z.object({ value: z.object({ message: z.string() }) }).transform(({ value }) => lapsed(value.message)),
]);

function lapsed(message: string): string {
  return /heartbeat|timed out/.test(message) ? "The worker that was at it ended or took too long." : message;
}

function jobView(
  { id, name, data, output, tries, createdAt, startAfter, startedAt, endedAt }: StoredJob,
  group: JobGroup,
): JobView {
  const payload = about.safeParse(data);
  const note = said.safeParse(output);
  return {
    id,
    words: jobWords(name),
    group,
    about: payload.success ? payload.data.address : "",
    note: note.success ? note.data : "",
    tries,
    at: (endedAt ?? startedAt ?? createdAt).toISOString(),
    nextAt: group === "waiting" ? startAfter.toISOString() : null,
  };
}
