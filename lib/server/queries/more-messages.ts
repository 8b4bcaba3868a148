import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { EarlierMessages } from "#lib/domain/thread.ts";
import { can } from "#lib/policy/can.ts";
import type { Context } from "#lib/server/context.ts";
import { messageViews } from "#lib/server/queries/message-views.ts";
import { messageById, messagesBefore } from "#lib/server/repositories/messages.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import { threadById } from "#lib/server/repositories/threads.ts";

/** The messages of a thread before one of them. Whoever is blind for its claim finds nothing there. */
export async function moreMessages(
  { actor, db }: Context,
  { threadId, before }: { readonly threadId: string; readonly before: string },
): Promise<Outcome<EarlierMessages>> {
  const { deskId } = actor;
  const [thread, message] = await Promise.all([threadById(db, deskId, threadId), messageById(db, deskId, before)]);
  if (thread === null || message?.threadId !== threadId) return notFound();
  if (actor.outside !== undefined || (await blindClaims(db, actor)).has(thread.claimId)) return notFound();
  if (!can(actor, "thread.read", { deskId })) return forbidden();
  const rows = await messagesBefore(db, deskId, { threadId, createdAt: message.createdAt, id: before });
  return ok({ messages: [...(await messageViews(db, deskId, rows)).values()], earlier: rows[0]?.before ?? 0 });
}
