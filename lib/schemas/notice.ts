import { z } from "zod";
import { type NoticeDetails, type NoticeKind, noticeKinds } from "#lib/domain/notice.ts";
import { type MailChoices, mailChoices } from "#lib/domain/notify.ts";
import { identifier } from "#lib/schemas/text.ts";

/** One of the reader's notices; all of them when `id` is "". */
export const readNotices = z.object({ id: identifier.or(z.literal("")) });
export type ReadNotices = z.output<typeof readNotices>;

const kind = z.enum(noticeKinds);
const choice = z.enum(mailChoices);

/** How somebody wants to hear of each kind; the kinds that are left out are as on every desk. */
export const changeNotify = z.object({ choices: z.partialRecord(kind, choice) });
export type ChangeNotify = z.output<typeof changeNotify>;

/** The same from a form with a field for each kind. */
export const notifyForm = z
  .looseObject({})
  .transform((form) => ({
    choices: Object.fromEntries(noticeKinds.flatMap((name) => (name in form ? [[name, form[name]]] : []))),
  }))
  .pipe(changeNotify);

/** A member's choices as they are stored; what is no choice is passed over. */
export function mailChoicesOf(json: unknown): MailChoices {
  if (typeof json !== "object" || json === null) return {};
  const stored: Record<string, unknown> = { ...json };
  const known = noticeKinds.flatMap((name): [NoticeKind, MailChoices[NoticeKind]][] => {
    const chosen = choice.safeParse(stored[name]);
    return chosen.success ? [[name, chosen.data]] : [];
  });
  return Object.fromEntries(known);
}

const words = z.record(z.string(), z.string());

/** What a notice tells of, as it is stored. Throws on anything else. */
export function noticeDetailsOf(json: unknown): NoticeDetails {
  return words.parse(json);
}
