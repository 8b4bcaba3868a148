import "server-only";
import { failureSentence } from "#lib/domain/failure.ts";
import type { SystemContext } from "#lib/server/context.ts";
import type { JobPayload } from "#lib/server/jobs/job-payloads.ts";
import { type FetchProblem, fetchProblemSentence } from "#lib/server/outside/fetch-problem.ts";
import { memberActor } from "#lib/server/queries/member-actor.ts";
import { noteWatchProblem, sourceFamily, sourceRow } from "#lib/server/repositories/captured-sources.ts";
import { isConfidential } from "#lib/server/repositories/confidential-sources.ts";
import { type CaptureFailure, tryCapture } from "#lib/server/use-cases/capture-source.ts";

/** What became of a job: done; worth another try later; or of no use to try again. `why` is a sentence. */
export type CaptureJobEnd =
  | { readonly kind: "done" }
  | { readonly kind: "again"; readonly why: string }
  | { readonly kind: "given-up"; readonly why: string };

/**
 * Makes the capture that a job asks for, as the member who asked; run again after it was made, it makes no second one.
 * What may pass (no answer, a busy site, a store out of reach) is worth another try. Whatever went wrong is noted at the
 * watched address, where there is one.
 */
export async function runCaptureJob(
  context: SystemContext,
  payload: JobPayload<"capture-source">,
): Promise<CaptureJobEnd> {
  const { captureId, sourceId, address, evidenceId, memberId } = payload;
  const { deskId } = context;
  const actor = deskId === payload.deskId ? await memberActor(context, { deskId, memberId }) : null;
  if (actor === null) return { kind: "given-up", why: "Whoever asked for this copy is no longer on the desk." };
  if (await isSecret(context, sourceId))
    return { kind: "given-up", why: "The source is confidential: a person keeps its copy." };
  const made = await tryCapture({ ...context, actor }, { id: captureId, sourceId, address, evidenceId });
  if (made.ok) return { kind: "done" };
  const end = endOf(made.error);
  await noteAtWatch(context, { sourceId, address, problem: end.why });
  return end;
}

function endOf(error: CaptureFailure): Exclude<CaptureJobEnd, { kind: "done" }> {
  if (error.kind === "fetch") {
    return { kind: mayPass(error.problem) ? "again" : "given-up", why: fetchProblemSentence(error.problem) };
  }
  const isStore = error.kind === "refused" && (error.rule === "blobs-full" || error.rule === "blobs-unreachable");
  return { kind: isStore ? "again" : "given-up", why: failureSentence(error) };
}

/** Whether the same address may well answer later. */
export function mayPass(problem: FetchProblem): boolean {
  switch (problem.kind) {
    case "timeout":
    case "unreachable":
    case "cancelled":
    case "bad-answer":
      return true;
    case "status":
      return problem.status >= 500 || problem.status === 408 || problem.status === 425 || problem.status === 429;
    case "bad-address":
    case "scheme":
    case "credentials":
    case "port":
    case "not-public":
    case "too-large":
    case "too-many-redirects":
    case "content-type":
      return false;
  }
}

/** Asked for before the source was cited as confidential, a copy is not fetched any more: that leaves a trace. */
async function isSecret({ db, deskId }: SystemContext, sourceId: string): Promise<boolean> {
  const source = await sourceRow(db, deskId, sourceId);
  return source !== null && (await isConfidential(db, { deskId, sourceIds: (await sourceFamily(db, source)).ids }));
}

type Noted = { readonly sourceId: string; readonly address: string; readonly problem: string };

async function noteAtWatch({ db, deskId }: SystemContext, { sourceId, address, problem }: Noted): Promise<void> {
  const source = await sourceRow(db, deskId, sourceId);
  if (source === null) return;
  const { ids } = await sourceFamily(db, source);
  await noteWatchProblem(db, deskId, { sourceIds: ids, address: address || source.address, problem });
}
