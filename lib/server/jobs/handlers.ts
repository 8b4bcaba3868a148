import "server-only";
import type { z } from "zod";
import { baseUrl } from "#lib/server/env.ts";
import { type JobName, jobPayloads } from "#lib/server/jobs/job-payloads.ts";
import { JobProblem } from "#lib/server/jobs/job-problem.ts";
import { type JobNote, type JobTools, runJob } from "#lib/server/jobs/run-job.ts";
import { assetTools } from "#lib/server/outside/asset-tools.ts";
import { openMailer } from "#lib/server/outside/mailer.ts";
import { mailNotices } from "#lib/server/use-cases/mail-notices.ts";
import { makeCaptureAssets } from "#lib/server/use-cases/make-capture-assets.ts";
import { readAllFeeds } from "#lib/server/use-cases/read-all-feeds.ts";
import { remindReplies } from "#lib/server/use-cases/remind-replies.ts";
import { runCaptureJob } from "#lib/server/use-cases/run-capture-job.ts";
import { watchDue } from "#lib/server/use-cases/watch-due.ts";
import { watchHost } from "#lib/server/use-cases/watch-host.ts";

type Handler = (tools: JobTools, payload: unknown) => Promise<JobNote>;

/** A handler's line: the payload is read by the schema of its name. */
function line<Payload>(
  name: JobName,
  schema: z.ZodType<Payload>,
  work: (tools: JobTools, payload: Payload) => Promise<JobNote>,
): [JobName, Handler] {
  return [name, (tools, payload) => runJob(schema, payload, (input) => work(tools, input))];
}

/** Milliseconds between two requests to one host, and how long one job walks through its addresses. */
const pauseMs = 100;
const walkMs = 240_000;

/** What is done for each job. A job without a line here waits until a worker has one. */
export const handlers: ReadonlyMap<JobName, Handler> = new Map([
  line("capture-source", jobPayloads["capture-source"], async ({ clock, signal: _, ...tools }, payload) => {
    const end = await runCaptureJob({ ...tools, now: clock(), deskId: payload.deskId }, payload);
    if (end.kind === "again") throw new JobProblem(end.why);
    return { note: end.kind === "done" ? "Kept a copy." : `Not done: ${end.why}` };
  }),
  line("capture-assets", jobPayloads["capture-assets"], async ({ clock, ...tools }, payload) => {
    const context = { ...tools, now: clock(), deskId: payload.deskId, tools: assetTools() };
    const made = await makeCaptureAssets(context, payload);
    if (!made.ok) return { note: "Not done: there is no such copy." };
    return { note: made.value.length === 0 ? "Nothing to make." : `Made: ${made.value.join(", ")}.` };
  }),
  line("watch-due", jobPayloads["watch-due"], async ({ db, clock }) => {
    const hosts = await watchDue({ db, now: clock() });
    return { note: hosts === 1 ? "Asked for 1 host." : `Asked for ${hosts} hosts.` };
  }),
  line("watch-host", jobPayloads["watch-host"], async (tools, { host }) => {
    const { looked, faults } = await watchHost(tools, { host, pauseMs, walkMs });
    if (faults > 0) throw new JobProblem(`${faults} of ${looked} addresses could not be looked at; the log says why.`);
    return { note: looked === 1 ? "Looked at 1 address." : `Looked at ${looked} addresses.` };
  }),
  line("remind-replies", jobPayloads["remind-replies"], async ({ db, clock }) => {
    const waiting = await remindReplies({ db, now: clock() });
    return {
      note: waiting === 1 ? "1 request waits near its deadline." : `${waiting} requests wait near their deadlines.`,
    };
  }),
  line("mail-notices", jobPayloads["mail-notices"], async ({ db, clock, signal }) => {
    const mailer = openMailer();
    if (mailer === null) return { note: "No mail server is set." };
    try {
      const { sent, refused, waiting } = await mailNotices({ db, now: clock(), mailer, url: baseUrl(), signal });
      if (waiting > 0) throw new JobProblem(`${waiting} letters could not be sent and wait; the log says why.`);
      return { note: `Sent ${sent} letters; ${refused} were refused.` };
    } finally {
      mailer.close();
    }
  }),
  line("read-feeds", jobPayloads["read-feeds"], async ({ clock, signal, ...tools }) => {
    const read = await readAllFeeds({ ...tools, now: clock() }, signal);
    return { note: read === 1 ? "Read 1 feed." : `Read ${read} feeds.` };
  }),
]);
