import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden } from "#lib/domain/failure.ts";
import type { MailChoices } from "#lib/domain/notify.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import { mailChoicesOf } from "#lib/schemas/notice.ts";
import type { Context } from "#lib/server/context.ts";
import { openMailer } from "#lib/server/outside/mailer.ts";
import { notifyOf } from "#lib/server/repositories/notices.ts";

/** How the reader hears of what happens, and whether this installation sends mail at all. */
export async function notifyPage({
  actor,
  db,
}: Context): Promise<Outcome<{ readonly choices: MailChoices; readonly hasMail: boolean }>> {
  if (!can(actor, "notice.read", actor)) return forbidden();
  const mailer = openMailer();
  mailer?.close();
  return ok({ choices: mailChoicesOf(await notifyOf(db, actor)), hasMail: mailer !== null });
}
