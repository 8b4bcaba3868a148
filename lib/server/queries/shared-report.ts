import "server-only";
import { isUnderEmbargo } from "#lib/domain/publication.ts";
import type { AnonymousContext } from "#lib/server/context.ts";
import { hashToken } from "#lib/server/one-use-token.ts";
import { heldBack } from "#lib/server/queries/held-editions.ts";
import { newestEdition } from "#lib/server/repositories/frozen-editions.ts";
import { confidentialEvidence } from "#lib/server/repositories/held-editions.ts";
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
  /** Whether the public may read the article's newest edition now. */
  readonly isPublic: boolean;
};

/**
 * What the holder of a link reads, asked for every request, so that a link which was revoked or has expired does nothing.
 * Null for those, for any other token, and where the edition names a source that is confidential now. The first time is
 * noted as the moment it was opened.
 */
export async function sharedReport({ db, now }: AnonymousContext, token: string): Promise<SharedReport | null> {
  const link = await openReportLink(db, hashToken(token), now);
  if (link === null) return null;
  const { deskId, id, articleId } = link;
  const newest = await newestEdition(db, { deskId, articleId });
  if (newest === null) return null;
  const number = link.edition?.number ?? newest.number;
  const confidential = (await confidentialEvidence(db, deskId, [articleId])).map((item) => item.id);
  const held = await heldBack({ db }, { deskId, articleId, newest: newest.number, confidential });
  if (held.includes(number)) return null;
  if (link.openedAt === null) await noteLinkOpened(db, { deskId, id }, now);
  const { publication } = link.article;
  const embargoUntil = publication?.embargoUntil ?? null;
  const isUnder = isUnderEmbargo(embargoUntil, now);
  return {
    deskId,
    articleId,
    number,
    newest: newest.number,
    isWithdrawn: newest.isWithdrawal,
    expiresAt: link.expiresAt.toISOString(),
    embargoUntil: isUnder && embargoUntil !== null ? embargoUntil.toISOString() : null,
    isPublic: publication?.isPublic === true && !isUnder && !held.includes(newest.number),
  };
}
