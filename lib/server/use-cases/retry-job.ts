import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import type { RetryJob } from "#lib/schemas/job.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { retryFailed } from "#lib/server/repositories/jobs.ts";

/** Has a failed job of the desk, or all of them, tried again; `count` says how many. */
export async function retryJob(
  { actor, db }: Context,
  { id }: RetryJob,
): Promise<Outcome<{ id: string; count: number }>> {
  if (!can(actor, "job.retry", actor)) return forbidden();
  return await inTransaction(db, async (tx) => {
    const count = await retryFailed(tx, actor.deskId, id === "" ? null : id);
    return id !== "" && count === 0 ? notFound() : ok({ id: id || actor.deskId, count });
  });
}
