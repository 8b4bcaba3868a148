import "server-only";
import type { Failure, Outcome } from "#lib/domain/failure.ts";
import { failureSentence, invalid } from "#lib/domain/failure.ts";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import { comparableAddress } from "#lib/domain/same-address.ts";
import { permit } from "#lib/policy/permit.ts";
import type { CaptureSource } from "#lib/schemas/capture.ts";
import type { Context } from "#lib/server/context.ts";
import { type FetchProblem, fetchProblemSentence } from "#lib/server/outside/fetch-problem.ts";
import { guardedFetch } from "#lib/server/outside/guarded-fetch.ts";
import { capturedAddresses, sourceFamily, sourceRow } from "#lib/server/repositories/captured-sources.ts";
import { attachCapture } from "#lib/server/use-cases/attach-capture.ts";
import { keepCapture, madeBefore } from "#lib/server/use-cases/keep-capture.ts";

/** `unbound` says why the evidence that asked for the copy was not bound to it; "" when it was, or none asked. */
export type Captured = { readonly id: string; readonly unbound: string };

/** A fetch that failed is told apart from a failure of ours, for whoever tries again. */
export type CaptureFailure = Failure | { readonly kind: "fetch"; readonly problem: FetchProblem };

/**
 * Keeps a copy of what stands at the address of a source, and binds evidence to it when it is named and no verdict
 * rests on it. An address that is given belongs to the source, or becomes its own when it had none. Sent again with the
 * same id, nothing is fetched again.
 */
export async function captureSource(context: Context, input: CaptureSource): Promise<Outcome<Captured>> {
  const made = await tryCapture(context, input);
  if (made.ok) return made;
  const { error } = made;
  return error.kind === "fetch" ? invalid({ address: fetchProblemSentence(error.problem) }) : err(error);
}

export async function tryCapture(context: Context, input: CaptureSource): Promise<Result<Captured, CaptureFailure>> {
  const { actor, db, fetchPolicy } = context;
  const source = permit(actor, "capture.make", await sourceRow(db, actor.deskId, input.sourceId));
  if (!source.ok) return source;
  const before = await madeBefore(db, actor.deskId, input);
  if (before !== null) return before.ok ? await bound(context, input) : before;
  const address = input.address || source.value.address;
  if (address === "") return invalid({ address: "This source has no address. Write one, or upload a file." });
  if (!(await belongs(context, source.value, address))) {
    return invalid({ address: "This is not the address of the source. Change the source, or add another one." });
  }
  const page = await guardedFetch(address, fetchPolicy, { wants: "anything" });
  if (!page.ok) return err({ kind: "fetch", problem: page.error });
  const { contentType, finalAddress, bytes, status, headers, redirects } = page.value;
  const mediaType = contentType.slice(0, 200);
  const how = { bytes, mediaType, status, headers, redirects, requested: address, address: finalAddress };
  const kept = await keepCapture(context, input, { ...how, fileName: "", obtainedBy: "fetched" });
  return kept.ok ? await bound(context, { ...input, id: kept.value.id }) : kept;
}

type Source = { readonly deskId: string; readonly id: string; readonly mergedIntoId: string | null };

/** Whether an address is one of the source's, or of those merged with it, or the first that it gets. */
async function belongs({ db }: Context, source: Source & { address: string }, address: string): Promise<boolean> {
  if (source.address === "" || source.address === address) return true;
  const { ids, addresses } = await sourceFamily(db, source);
  const known = [...addresses, ...(await capturedAddresses(db, source.deskId, ids))];
  const asked = comparableAddress(address);
  return known.some((one) => one !== "" && comparableAddress(one) === asked);
}

type Asked = { readonly id: string; readonly evidenceId: string | null };

/** The copy that was kept, and evidence bound to it where that changes nothing that a verdict stands on. */
export async function bound(context: Context, { id, evidenceId }: Asked): Promise<Outcome<Captured>> {
  if (evidenceId === null) return ok({ id, unbound: "" });
  const attached = await attachCapture(context, { id: evidenceId, captureId: id, staleIsFine: false });
  return ok({ id, unbound: attached.ok ? "" : failureSentence(attached.error) });
}
