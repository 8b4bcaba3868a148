import "server-only";
import { uuidv7 } from "uuidv7";
import { blindNotices } from "#lib/domain/blind.ts";
import type { NoticeDetails, NoticeKind } from "#lib/domain/notice.ts";
import { noticeKinds } from "#lib/domain/notice.ts";
import type { MailChoices } from "#lib/domain/notify.ts";
import { noticeDetailsOf } from "#lib/schemas/notice.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";

export type NewNotice = {
  readonly deskId: string;
  readonly memberId: string;
  readonly kind: NoticeKind;
  /** Names what it tells of: telling a member of it twice makes one notice. */
  readonly key: string;
  readonly claimId: string | null;
  readonly details: NoticeDetails;
  readonly at: Date;
};

/** Tells members something, once for each key. */
export async function tell(tx: Tx, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const data = notices.map((notice) => ({ ...notice, id: uuidv7(), details: { ...notice.details } }));
  await tx.notice.createMany({ data, skipDuplicates: true });
}

type Person = { readonly deskId: string; readonly memberId: string };

/** A member's notices but those that wait until they have given a second verdict: these tell something of the first. */
async function toldTo(tx: Tx, person: Person) {
  const { deskId, memberId } = person;
  const blind = [...(await blindClaims(tx, person))];
  return blind.length === 0
    ? { deskId, memberId }
    : {
        deskId,
        memberId,
        AND: [{ OR: [{ claimId: null }, { claimId: { notIn: blind } }, { kind: { in: [...blindNotices] } }] }],
      };
}

export async function unreadNotices(tx: Tx, person: Person): Promise<number> {
  return await tx.notice.count({ where: { ...(await toldTo(tx, person)), readAt: null } });
}

/** A member's notices, the latest first; `after` is the id of the last one of the page before. */
export async function noticesOf(
  tx: Tx,
  person: Person,
  { after, take }: { readonly after: string | null; readonly take: number },
) {
  const told = await toldTo(tx, person);
  const last = after === null ? null : await tx.notice.findFirst({ where: { ...told, id: after } });
  const before = last === null ? {} : { OR: [{ at: { lt: last.at } }, { at: last.at, id: { lt: last.id } }] };
  const rows = await tx.notice.findMany({
    where: { ...told, ...before },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take,
    include: { claim: { select: { id: true, articleId: true, number: true, statement: true } } },
  });
  return rows.flatMap(({ id, kind, at, readAt, claim, details }) => {
    const known = noticeKinds.find((name) => name === kind);
    return known === undefined ? [] : [{ id, kind: known, at, readAt, claim, details: noticeDetailsOf(details) }];
  });
}

/** Marks notices of a member as read, one of them or all; how many were not. */
export async function readNotices(
  tx: Tx,
  person: Person,
  { id, now }: { readonly id: string | null; readonly now: Date },
): Promise<number> {
  const one = id === null ? {} : { id };
  const { count } = await tx.notice.updateMany({
    where: { ...(await toldTo(tx, person)), readAt: null, ...one },
    data: { readAt: now },
  });
  return count;
}

export async function hasNotice(tx: Tx, person: Person, id: string): Promise<boolean> {
  return (await tx.notice.count({ where: { ...(await toldTo(tx, person)), id } })) === 1;
}

/** How a member hears of what happens, as it is stored. */
export async function notifyOf(tx: Tx, { deskId, memberId }: Person): Promise<unknown> {
  const member = await tx.member.findUnique({
    where: { deskId_id: { deskId, id: memberId } },
    select: { notify: true },
  });
  return member?.notify ?? {};
}

export async function saveNotify(tx: Tx, { deskId, memberId }: Person, choices: MailChoices): Promise<void> {
  await tx.member.update({ where: { deskId_id: { deskId, id: memberId } }, data: { notify: { ...choices } } });
}
