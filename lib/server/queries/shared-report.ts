import "server-only";
import { isUnderEmbargo } from "#lib/domain/publication.ts";
import type { AnonymousContext } from "#lib/server/context.ts";
import { hashToken } from "#lib/server/one-use-token.ts";
import { newestEdition } from "#lib/server/repositories/frozen-editions.ts";
import { noteLinkOpened, openReportLink } from "#lib/server/repositories/report-links.ts";

/** What a link opens: one edition of one article. */
export type SharedReport = {
  readonly deskId: string;
  readonly articleId: string;
  readonly number: number;
  readonly newest: number;
  readonly isWithdrawn: boolean;
  readonly expiresAt: string;
  /** Until when nothing of it may be published, where the hour has not come yet. */
  readonly embargoUntil: string | null;
  /** Whether the public may read the article's editions now. */
  readonly isPublic: boolean;
};

/**
 * What the holder of a link reads, asked for every request, so that a link which was revoked or has expired does nothing.
 * Null for those and for any other token. The first time is noted as the moment it was opened.
 */
export async function sharedReport({ db, now }: AnonymousContext, token: string): Promise<SharedReport | null> {
  const link = await openReportLink(db, hashToken(token), now);
  if (link === null) return null;
  const { deskId, id, articleId } = link;
  const newest = await newestEdition(db, { deskId, articleId });
  if (newest === null) return null;
  if (link.openedAt === null) await noteLinkOpened(db, { deskId, id }, now);
  const { publication } = link.article;
  const embargoUntil = publication?.embargoUntil ?? null;
  const isHeld = isUnderEmbargo(embargoUntil, now);
  return {
    deskId,
    articleId,
    number: link.edition?.number ?? newest.number,
    newest: newest.number,
    isWithdrawn: newest.isWithdrawal,
    expiresAt: link.expiresAt.toISOString(),
    embargoUntil: isHeld && embargoUntil !== null ? embargoUntil.toISOString() : null,
    isPublic: publication?.isPublic === true && !isHeld,
  };
}
