import "server-only";
import { blindNotices } from "#lib/domain/blind.ts";
import type { NoticeKind } from "#lib/domain/notice.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";

export type Reader = {
  readonly deskId: string;
  readonly memberId: string;
  readonly name: string;
  readonly email: string;
  readonly deskName: string;
  readonly notify: unknown;
  readonly digestAt: Date | null;
};

/** Present members with notices since a time that were neither read nor mailed, in the order of their ids. */
export async function readersWithMail(
  tx: Tx,
  { since, after, take }: { readonly since: Date; readonly after: string | null; readonly take: number },
): Promise<Reader[]> {
  return await tx.$queryRaw<Reader[]>`
    SELECT m."deskId"::text AS "deskId", m.id::text AS "memberId", m.name, u.email, d.name AS "deskName", m.notify, m."digestAt"
    FROM "Member" m JOIN "User" u ON u.id = m."userId" JOIN "Desk" d ON d.id = m."deskId"
    WHERE m."leftAt" IS NULL AND NOT m.outside AND u."disabledAt" IS NULL
      AND (${after}::uuid IS NULL OR m.id > ${after}::uuid)
      AND EXISTS (SELECT 1 FROM "Notice" n WHERE n."deskId" = m."deskId" AND n."memberId" = m.id
        AND n."mailedAt" IS NULL AND n."readAt" IS NULL AND n.at >= ${since}::timestamptz)
    ORDER BY m.id LIMIT ${take}`;
}

type Wanted = {
  readonly deskId: string;
  readonly memberId: string;
  readonly kinds: readonly NoticeKind[];
  readonly since: Date;
  readonly take: number;
};

export type Mailable = {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly details: unknown;
  readonly claimId: string | null;
  readonly articleId: string | null;
  readonly number: number | null;
};

/**
 * Holds what is to be mailed to a member now, the oldest first, so that no other worker mails it too. What would
 * tell of a verdict to a member who owes a second one on that claim waits until they have given it.
 */
export async function holdMail(tx: Tx, { deskId, memberId, kinds, since, take }: Wanted): Promise<Mailable[]> {
  const blind = [...(await blindClaims(tx, { deskId, memberId }))];
  return await tx.$queryRaw<Mailable[]>`
    SELECT n.id::text AS id, n.kind, n.details, n."claimId"::text AS "claimId",
      c."articleId"::text AS "articleId", c.number
    FROM "Notice" n LEFT JOIN "Claim" c ON c."deskId" = n."deskId" AND c.id = n."claimId"
    WHERE n."deskId" = ${deskId}::uuid AND n."memberId" = ${memberId}::uuid AND n.kind = ANY(${kinds}::text[])
      AND n."mailedAt" IS NULL AND n."readAt" IS NULL AND n.at >= ${since}::timestamptz
      AND (n."claimId" IS NULL OR NOT n."claimId" = ANY(${blind}::uuid[]) OR n.kind = ANY(${[...blindNotices]}::text[]))
    ORDER BY n.at, n.id LIMIT ${take} FOR UPDATE OF n SKIP LOCKED`;
}

export async function markMailed(tx: Tx, deskId: string, ids: readonly string[], now: Date): Promise<void> {
  await tx.notice.updateMany({ where: { deskId, id: { in: [...ids] } }, data: { mailedAt: now } });
}

export async function noteDigest(
  tx: Tx,
  { deskId, memberId }: { readonly deskId: string; readonly memberId: string },
  now: Date,
): Promise<void> {
  await tx.member.updateMany({ where: { deskId, id: memberId }, data: { digestAt: now } });
}
