import "server-only";
import type { OutsidePurpose } from "#lib/domain/outside.ts";
import type { Tx } from "#lib/server/db/client.ts";

type NewInvite = {
  deskId: string;
  id: string;
  claimId: string;
  memberId: string;
  tokenHash: string;
  purpose: OutsidePurpose;
  note: string;
  createdById: string;
  createdAt: Date;
  expiresAt: Date;
};

export async function insertInvite(tx: Tx, invite: NewInvite): Promise<void> {
  await tx.outsideInvite.create({ data: invite });
}

export async function inviteById(tx: Tx, deskId: string, id: string) {
  return await tx.outsideInvite.findUnique({
    where: { deskId_id: { deskId, id } },
    include: { member: { select: { id: true, name: true } } },
  });
}

/** Gives an invitation that was not revoked another token, for whoever asked for it twice. */
export async function renewInvite(tx: Tx, key: { deskId: string; id: string }, tokenHash: string): Promise<void> {
  await tx.outsideInvite.updateMany({ where: { ...key, revokedAt: null }, data: { tokenHash } });
}

export async function revokeInvite(tx: Tx, key: { deskId: string; id: string }, now: Date): Promise<void> {
  await tx.outsideInvite.updateMany({ where: { ...key, revokedAt: null }, data: { revokedAt: now } });
}

/** The invitations to a claim, the latest first, at most 100. */
export async function invitesOf(tx: Tx, deskId: string, claimId: string) {
  return await tx.outsideInvite.findMany({
    where: { deskId, claimId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
    include: { member: { select: { id: true, name: true } } },
  });
}

/** The invitation behind a token that is open at `now`, and whom it is for; null for any other token. */
export async function openInvite(tx: Tx, tokenHash: string, now: Date) {
  return await tx.outsideInvite.findFirst({
    where: {
      tokenHash,
      revokedAt: null,
      expiresAt: { gt: now },
      member: { outside: true, leftAt: null, user: { disabledAt: null } },
    },
    include: { member: { include: { desk: { select: { name: true } } } } },
  });
}

export async function noteOpened(tx: Tx, key: { deskId: string; id: string }, now: Date): Promise<void> {
  await tx.outsideInvite.updateMany({ where: { ...key, openedAt: null }, data: { openedAt: now } });
}

type Asked = { readonly deskId: string; readonly claimId: string; readonly memberId: string };

/** An open invitation of this person to this claim, held so that nobody revokes it before the transaction ends. */
export async function holdInvite(
  tx: Tx,
  { deskId, claimId, memberId }: Asked,
  { purposes, now }: { readonly purposes: readonly OutsidePurpose[]; readonly now: Date },
): Promise<{ readonly id: string } | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM "OutsideInvite" WHERE "deskId" = ${deskId}::uuid AND "claimId" = ${claimId}::uuid
      AND "memberId" = ${memberId}::uuid AND "revokedAt" IS NULL AND "expiresAt" > ${now}::timestamptz
      AND purpose = ANY(${[...purposes]}::text[])
    ORDER BY id LIMIT 1 FOR SHARE`;
  return row ?? null;
}

/**
 * How many people can review a claim's latest verdict, those who voted included: colleagues whose role may who did not
 * work on it, and people from outside who were asked to or have.
 */
export async function reviewersOf(
  tx: Tx,
  { deskId, claimId }: { readonly deskId: string; readonly claimId: string },
  { checkersMayReview, now }: { readonly checkersMayReview: boolean; readonly now: Date },
): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Member" m
    WHERE m."deskId" = ${deskId}::uuid AND m."leftAt" IS NULL
      AND CASE WHEN m.outside THEN EXISTS (SELECT 1 FROM "OutsideInvite" i WHERE i."deskId" = m."deskId"
          AND i."claimId" = ${claimId}::uuid AND i."memberId" = m.id AND i.purpose = 'review'
          AND (i."revokedAt" IS NULL AND i."expiresAt" > ${now}::timestamptz OR EXISTS (SELECT 1 FROM "Review" v
            WHERE v."deskId" = m."deskId" AND v."reviewerId" = m.id AND v."claimId" = i."claimId" AND v.decision <> 'comment'
              AND v."revisionId" = (SELECT r.id FROM "VerdictRevision" r WHERE r."deskId" = m."deskId"
                AND r."claimId" = i."claimId" ORDER BY r.number DESC LIMIT 1))))
        ELSE m.role IN ('editor', 'admin') OR (${checkersMayReview} AND m.role = 'checker') END
      AND NOT EXISTS (SELECT 1 FROM contributors_of(${deskId}::uuid, ${claimId}::uuid) c WHERE c."memberId" = m.id)`;
  return row?.count ?? 0;
}
