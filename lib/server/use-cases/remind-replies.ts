import "server-only";
import { ok } from "#lib/domain/result.ts";
import type { AnonymousContext } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { waitingRequests } from "#lib/server/repositories/replies.ts";
import { tellOfReply } from "#lib/server/use-cases/tell-of-reply.ts";

const hour = 3_600_000;
/** So long before the deadline people are reminded. */
const noticeHours = 24;
/** A deadline that passed longer ago than this is nobody's news any more. */
const oldHours = 24 * 7;

/**
 * Tells the people of each claim whose request for a reply waits: a day before the deadline, and once it has passed. Runs
 * as often as you like: each is told once for each deadline. For a job, over all desks; how many requests it looked at.
 */
export async function remindReplies({ db, now }: AnonymousContext): Promise<number> {
  const from = new Date(now.getTime() - oldHours * hour);
  const until = new Date(now.getTime() + noticeHours * hour);
  let looked = 0;
  for (let after: string | null = null; ; ) {
    const waiting = await waitingRequests(db, { from, until, after });
    for (const request of waiting) {
      const kind = request.deadline > now ? "reply-due" : "reply-overdue";
      await inTransaction(db, async (tx) => {
        await tellOfReply(tx, { kind, request, except: null }, now);
        return ok(null);
      });
    }
    looked += waiting.length;
    after = waiting.at(-1)?.id ?? null;
    if (after === null) return looked;
  }
}
