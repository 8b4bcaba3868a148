import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import type { ChangeNotify } from "#lib/schemas/notice.ts";
import type { Context } from "#lib/server/context.ts";
import { saveNotify } from "#lib/server/repositories/notices.ts";

/** Says how one hears of each kind of event. It is one's own and no change of the desk's, so the record does not have it. */
export async function changeNotify(
  { actor, db }: Context,
  { choices }: ChangeNotify,
): Promise<Outcome<{ id: string }>> {
  if (!can(actor, "notice.read", actor)) return forbidden();
  await saveNotify(db, actor, choices);
  return ok({ id: actor.memberId });
}
