import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { type HeldEdition, nothingPublic, type Publication, type ReportLink } from "#lib/domain/publication.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import { permit } from "#lib/policy/permit.ts";
import { identifier } from "#lib/schemas/text.ts";
import type { Context } from "#lib/server/context.ts";
import { heldEditions } from "#lib/server/queries/held-editions.ts";
import { seenEditions } from "#lib/server/queries/seen-editions.ts";
import { articleById } from "#lib/server/repositories/articles.ts";
import { publicationOf } from "#lib/server/repositories/publications.ts";
import { isBlindIn } from "#lib/server/repositories/publish-facts.ts";
import { reportLinksOf } from "#lib/server/repositories/report-links.ts";

export type ReportAccess = {
  readonly publication: Publication;
  readonly links: readonly ReportLink[];
  /** Editions that are kept from everybody outside, of those that the reader may see. */
  readonly heldBack: readonly HeldEdition[];
  /** The reader owes a second verdict in the article, so they open nothing of it. */
  readonly isBlind: boolean;
};

/**
 * Who outside sees the article's editions. The links are for those who may make them, and for nobody who owes a second
 * verdict in the article; never their tokens.
 */
export async function reportAccess({ actor, db, now }: Context, articleId: string): Promise<Outcome<ReportAccess>> {
  const id = identifier.safeParse(articleId);
  if (!id.success) return notFound();
  const { deskId } = actor;
  const loaded = permit(actor, "article.read", await articleById(db, deskId, id.data));
  if (!loaded.ok) return loaded;
  const isBlind = await isBlindIn(db, actor, id.data);
  const mayShare = !isBlind && can(actor, "report.share", loaded.value);
  const [row, held, seen, links] = await Promise.all([
    publicationOf(db, { deskId, articleId: id.data }),
    heldEditions(db, { deskId, articleId: id.data }),
    seenEditions(db, actor, id.data),
    mayShare ? reportLinksOf(db, deskId, id.data) : [],
  ]);
  return ok({
    isBlind,
    heldBack: held.filter(({ number }) => seen.some((edition) => edition.number === number)),
    publication: row === null ? nothingPublic : publicationFrom(row),
    links: links.map(({ revokedAt, expiresAt, ...link }) => ({
      id: link.id,
      name: link.name,
      edition: link.edition?.number ?? null,
      createdBy: link.createdBy.name,
      createdAt: link.createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      openedAt: link.openedAt?.toISOString() ?? null,
      standing: revokedAt !== null ? "revoked" : expiresAt <= now ? "expired" : "open",
    })),
  });
}

function publicationFrom(row: Omit<Publication, "embargoUntil"> & { readonly embargoUntil: Date | null }): Publication {
  const { isPublic, isIndexed, hasClaimPages, rowVersion } = row;
  return { isPublic, isIndexed, hasClaimPages, rowVersion, embargoUntil: row.embargoUntil?.toISOString() ?? null };
}
