import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import type { ReadNotices } from "#lib/schemas/notice.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { hasNotice, readNotices as markRead } from "#lib/server/repositories/notices.ts";

/** Marks a notice of one's own, or all of them, as read. */
export async function readNotices({ actor, db, now }: Context, { id }: ReadNotices): Promise<Outcome<{ id: string }>> {
  if (!can(actor, "notice.read", actor)) return forbidden();
  return await inTransaction(db, async (tx) => {
    if (id !== "" && !(await hasNotice(tx, actor, id))) return notFound();
    await markRead(tx, actor, { id: id === "" ? null : id, now });
    return ok({ id: id || actor.memberId });
  });
}
