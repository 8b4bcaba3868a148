import { type NoticeKind, noticeKinds } from "#lib/domain/notice.ts";

/** How somebody hears of a kind of event besides the list in the app: by mail at once, in a daily digest, or not at all. */
export const mailChoices = ["now", "daily", "app"] as const;
export type MailChoice = (typeof mailChoices)[number];

export const mailChoiceWords: Readonly<Record<MailChoice, string>> = {
  now: "At once",
  daily: "In the daily digest",
  app: "Only here",
};

/** What a member chose; what they never chose is as `mailChoice` says. */
export type MailChoices = Readonly<Partial<Record<NoticeKind, MailChoice>>>;

/** What concerns one person's next step, and what will not wait; the rest comes once a day. */
const atOnce: ReadonlySet<NoticeKind> = new Set<NoticeKind>([
  "assigned",
  "mention",
  "returned",
  "second-asked",
  "reply-due",
  "reply-late",
]);

export function mailChoice(choices: MailChoices, kind: NoticeKind): MailChoice {
  return choices[kind] ?? (atOnce.has(kind) ? "now" : "daily");
}

/** The kinds that come by mail in the given way. */
export function kindsFor(choices: MailChoices, way: MailChoice): NoticeKind[] {
  return noticeKinds.filter((kind) => mailChoice(choices, kind) === way);
}

/** Hours between two digests at the least, and the hour of the day (UTC) from which one is sent. */
const [apartHours, fromHour] = [18, 6];

/** Whether a digest may go out now, when the last one went out at `last`; a last one in days to come is a wrong clock's. */
export function isDigestTime(now: Date, last: Date | null): boolean {
  if (now.getUTCHours() < fromHour) return false;
  return last === null || Math.abs(now.getTime() - last.getTime()) >= apartHours * 3_600_000;
}
