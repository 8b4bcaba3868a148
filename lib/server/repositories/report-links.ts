import "server-only";
import type { Tx } from "#lib/server/db/client.ts";

type NewLink = {
  readonly deskId: string;
  readonly id: string;
  readonly articleId: string;
  readonly editionId: string | null;
  readonly tokenHash: string;
  readonly name: string;
  readonly createdById: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export async function insertReportLink(tx: Tx, link: NewLink): Promise<void> {
  await tx.reportLink.create({ data: link });
}

export async function reportLinkById(tx: Tx, deskId: string, id: string) {
  return await tx.reportLink.findUnique({ where: { deskId_id: { deskId, id } } });
}

/** Gives a link that was not revoked another token, for whoever asked for it twice. */
export async function renewReportLink(tx: Tx, key: { deskId: string; id: string }, tokenHash: string): Promise<void> {
  await tx.reportLink.updateMany({ where: { ...key, revokedAt: null }, data: { tokenHash } });
}

export async function endReportLink(tx: Tx, key: { deskId: string; id: string }, now: Date): Promise<void> {
  await tx.reportLink.updateMany({ where: { ...key, revokedAt: null }, data: { revokedAt: now } });
}

/** The links to an article's report: those that were not revoked, then those that were, the latest first; at most 100. */
export async function reportLinksOf(tx: Tx, deskId: string, articleId: string) {
  return await tx.reportLink.findMany({
    where: { deskId, articleId },
    orderBy: [{ revokedAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }, { id: "desc" }],
    take: 100,
    include: { createdBy: { select: { name: true } }, edition: { select: { number: true } } },
  });
}

/** The link behind a token that is open at `now`; null for any other token. */
export async function openReportLink(tx: Tx, tokenHash: string, now: Date) {
  return await tx.reportLink.findFirst({
    where: { tokenHash, revokedAt: null, expiresAt: { gt: now } },
    include: { edition: { select: { number: true } }, article: { select: { publication: true } } },
  });
}

export async function noteLinkOpened(tx: Tx, key: { deskId: string; id: string }, now: Date): Promise<void> {
  await tx.reportLink.updateMany({ where: { ...key, openedAt: null }, data: { openedAt: now } });
}
