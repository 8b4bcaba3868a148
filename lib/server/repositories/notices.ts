import "server-only";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import type { NoticeDetails, NoticeKind } from "#lib/domain/notice.ts";
import { noticeKinds } from "#lib/domain/notice.ts";
import type { Tx } from "#lib/server/db/client.ts";

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

export async function unreadNotices(tx: Tx, { deskId, memberId }: Person): Promise<number> {
  return await tx.notice.count({ where: { deskId, memberId, readAt: null } });
}

const words = z.record(z.string(), z.string());

/** A member's notices, the latest first; `after` is the id of the last one of the page before. */
export async function noticesOf(
  tx: Tx,
  { deskId, memberId }: Person,
  { after, take }: { readonly after: string | null; readonly take: number },
) {
  const last = after === null ? null : await tx.notice.findFirst({ where: { deskId, memberId, id: after } });
  const before = last === null ? {} : { OR: [{ at: { lt: last.at } }, { at: last.at, id: { lt: last.id } }] };
  const rows = await tx.notice.findMany({
    where: { deskId, memberId, ...before },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take,
    include: { claim: { select: { id: true, articleId: true, number: true, statement: true } } },
  });
  return rows.flatMap(({ id, kind, at, readAt, claim, details }) => {
    const known = noticeKinds.find((name) => name === kind);
    return known === undefined ? [] : [{ id, kind: known, at, readAt, claim, details: words.parse(details) }];
  });
}

/** Marks notices of a member as read, one of them or all; how many were not. */
export async function readNotices(
  tx: Tx,
  { deskId, memberId }: Person,
  { id, now }: { readonly id: string | null; readonly now: Date },
): Promise<number> {
  const one = id === null ? {} : { id };
  const { count } = await tx.notice.updateMany({
    where: { deskId, memberId, readAt: null, ...one },
    data: { readAt: now },
  });
  return count;
}

export async function hasNotice(tx: Tx, { deskId, memberId }: Person, id: string): Promise<boolean> {
  return (await tx.notice.count({ where: { deskId, memberId, id } })) === 1;
}
