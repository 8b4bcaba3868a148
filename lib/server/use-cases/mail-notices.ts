import "server-only";
import { createHash } from "node:crypto";
import { type NoticeKind, noticeSentence } from "#lib/domain/notice.ts";
import { isDigestTime, kindsFor } from "#lib/domain/notify.ts";
import { ok } from "#lib/domain/result.ts";
import { mailChoicesOf, noticeDetailsOf } from "#lib/schemas/notice.ts";
import type { AnonymousContext } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { log } from "#lib/server/log.ts";
import type { Letter, Mailer } from "#lib/server/outside/mailer.ts";
import {
  holdMail,
  type Mailable,
  markMailed,
  noteDigest,
  type Reader,
  readersWithMail,
} from "#lib/server/repositories/mail.ts";

const day = 86_400_000;
/** What is older is no news: a server that was silent for a week does not flood anybody afterwards. */
const oldMs = 2 * day;
const pageSize = 100;
/** A letter names at most so many events; the rest are in the next one. */
const eventsOfLetter = 50;
/** So much of a desk's name begins a subject, in code points, that the news is read behind it. */
const deskOfSubject = 60;

type Tools = AnonymousContext & { readonly mailer: Mailer; readonly url: string; readonly signal?: AbortSignal };
export type Mailed = { readonly sent: number; readonly refused: number; readonly waiting: number };

/**
 * Mails what members have not read: at once what they want at once, the rest once a day. A letter is marked as sent when
 * the server has taken it, so a crash between the two sends it again, under the same id. What it says is what every
 * member may read; what the claim says stays in the desk.
 */
export async function mailNotices(tools: Tools): Promise<Mailed> {
  const { db, now } = tools;
  const since = new Date(now.getTime() - oldMs);
  const mailed = { sent: 0, refused: 0, waiting: 0 };
  for (let after: string | null = null; tools.signal?.aborted !== true; ) {
    const readers = await readersWithMail(db, { since, after, take: pageSize });
    for (const reader of readers) {
      const choices = mailChoicesOf(reader.notify);
      const ends = [await mailTo(tools, reader, { kinds: kindsFor(choices, "now"), since, isDigest: false })];
      if (isDigestTime(now, reader.digestAt)) {
        ends.push(await mailTo(tools, reader, { kinds: kindsFor(choices, "daily"), since, isDigest: true }));
      }
      for (const end of ends) {
        if (end === "sent") mailed.sent += 1;
        if (end === "refused") mailed.refused += 1;
        if (end === "later") mailed.waiting += 1;
      }
    }
    after = readers.at(-1)?.memberId ?? null;
    if (after === null || readers.length < pageSize) break;
  }
  return mailed;
}

type Part = { readonly kinds: readonly NoticeKind[]; readonly since: Date; readonly isDigest: boolean };

async function mailTo({ db, now, mailer, url }: Tools, reader: Reader, { kinds, since, isDigest }: Part) {
  if (kinds.length === 0) return "none";
  const done = await inTransaction(
    db,
    async (tx) => {
      const events = await holdMail(tx, { ...reader, kinds, since, take: eventsOfLetter });
      if (events.length === 0) return ok("none" as const);
      const { end, why } = await mailer.send(letterOf(reader, events, { url, isDigest }));
      if (end === "later") {
        log("mail", `A letter could not be sent and waits: ${why}`);
        return ok(end);
      }
      if (end === "refused") log("mail", `A letter was refused: ${why}`);
      const ids = events.map((event) => event.id);
      await markMailed(tx, reader.deskId, ids, now);
      if (isDigest) await noteDigest(tx, reader, now);
      return ok(end);
    },
    { seconds: 60 },
  );
  return done.ok ? done.value : "none";
}

function letterOf(
  reader: Reader,
  events: readonly Mailable[],
  { url, isDigest }: { url: string; isDigest: boolean },
): Letter {
  const claims = Map.groupBy(events, (event) => event.claimId);
  const parts = [...claims.values()].map((about) => partOf(about, url));
  const [first] = events;
  const news = events.length === 1 && first !== undefined ? titleOf(first) : `${events.length} events`;
  const desk = [...reader.deskName].slice(0, deskOfSubject).join("");
  const subject = isDigest ? `${desk}: your day, ${news}` : `${desk}: ${news}`;
  const settings = `${url}/notices/settings`;
  const end = `-- \n${reader.deskName} on Stet\nAll notices: ${url}/notices\nChoose what is sent by mail, or stop it: ${settings}\n`;
  const text = `${parts.join("\n\n")}\n\n${end}`;
  const digest = createHash("sha256")
    .update(events.map((event) => event.id).join(" "))
    .digest("hex");
  const messageId = `<${digest.slice(0, 40)}@${new URL(url).hostname}>`;
  return { to: reader.email, subject, text, messageId, settings };
}

/** What happened to one claim, oldest first and each thing once, and the link to it. */
function partOf(events: readonly Mailable[], url: string): string {
  const [first] = events;
  const said = new Set(events.map(sentenceOf));
  if (first === undefined || first.claimId === null) return [...said].join("\n");
  const address = `${url}/articles/${first.articleId}/claims/${first.claimId}`;
  return said.size === 1
    ? `${titleOf(first)}\n${address}`
    : `Claim ${first.number}\n${[...said].map((sentence) => `- ${sentence}`).join("\n")}\n${address}`;
}

function titleOf(event: Mailable): string {
  return event.claimId === null ? sentenceOf(event) : `Claim ${event.number}: ${sentenceOf(event)}`;
}

function sentenceOf({ kind, details }: Mailable): string {
  return noticeSentence(kind, noticeDetailsOf(details));
}
