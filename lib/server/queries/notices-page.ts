import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden } from "#lib/domain/failure.ts";
import { type NoticesView, noticeSentence } from "#lib/domain/notice.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import { identifier } from "#lib/schemas/text.ts";
import type { Context } from "#lib/server/context.ts";
import { noticesOf, unreadNotices } from "#lib/server/repositories/notices.ts";

const pageSize = 50;

/** The reader's own notices, the latest first, a page of them after the one named. */
export async function noticesPage(
  { actor, db }: Context,
  { after }: { readonly after: string | null },
): Promise<Outcome<NoticesView>> {
  if (!can(actor, "notice.read", actor)) return forbidden();
  const last = identifier.safeParse(after).data ?? null;
  const rows = await noticesOf(db, actor, { after: last, take: pageSize + 1 });
  const notices = rows.slice(0, pageSize).map(({ id, kind, at, readAt, claim, details }) => {
    return { id, kind, at: at.toISOString(), isRead: readAt !== null, sentence: noticeSentence(kind, details), claim };
  });
  const next = rows.length > pageSize ? (notices.at(-1)?.id ?? null) : null;
  return ok({ notices, next, unread: await unreadNotices(db, actor) });
}

/** How many notices the reader has not read, for the bar. */
export async function unreadCount({ actor, db }: Context): Promise<number> {
  return await unreadNotices(db, actor);
}
