import "server-only";
import type { z } from "zod";
import type { Context } from "#lib/server/context.ts";
import { JobProblem } from "#lib/server/jobs/job-problem.ts";

/** What every job works with; `signal` ends when the worker stops or the job was handed to another one. */
export type JobTools = Omit<Context, "actor" | "now"> & { readonly clock: () => Date; readonly signal: AbortSignal };

/** What is stored with a job that ended well: what it did, or why there was nothing to do. */
export type JobNote = { readonly note: string };

/** The road of a job: parse, work, a note. A payload of another form, and whatever else throws, is tried again. */
export async function runJob<Payload>(
  schema: z.ZodType<Payload>,
  payload: unknown,
  work: (payload: Payload) => Promise<JobNote>,
): Promise<JobNote> {
  const input = schema.safeParse(payload);
  if (!input.success) throw new JobProblem("The job was asked for in a form that this copy of Stet does not know.");
  return await work(input.data);
}
