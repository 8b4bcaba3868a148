import "server-only";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { editionDifference } from "#lib/domain/edition-difference.ts";
import type { EditionRow } from "#lib/domain/edition-preview.ts";
import type { EditionView } from "#lib/domain/edition-view.ts";
import { notFound, type Outcome } from "#lib/domain/failure.ts";
import { isUnderEmbargo } from "#lib/domain/publication.ts";
import { ok } from "#lib/domain/result.ts";
import type { Context } from "#lib/server/context.ts";
import { editionById } from "#lib/server/queries/edition-by-id.ts";
import { editionsOfArticle } from "#lib/server/queries/editions-of-article.ts";
import { publishedKeys } from "#lib/server/queries/published-keys.ts";
import { reportAccess } from "#lib/server/queries/report-access.ts";

type Asked = { readonly articleId: string; readonly editionId: string };

/** An edition of this article, what it replaced, and where it is open; not there for whoever may not see it. */
export async function editionPage(context: Context, { articleId, editionId }: Asked): Promise<Outcome<EditionView>> {
  const signed = await editionById(context, editionId);
  if (!signed.ok) return signed;
  if (signed.value.edition.report.article.id !== articleId) return notFound();
  const [editions, access, keys] = await Promise.all([
    editionsOfArticle(context, articleId),
    reportAccess(context, articleId),
    publishedKeys(context, context.actor.deskId),
  ]);
  if (!editions.ok) return editions;
  if (!access.ok) return access;
  const at = editions.value.findIndex(({ id }) => id === editionId);
  const [newest] = editions.value;
  if (at === -1 || newest === undefined) return notFound();
  const { publication } = access.value;
  const embargoUntil = publication.embargoUntil === null ? null : new Date(publication.embargoUntil);
  return ok({
    articleId,
    signed: signed.value,
    newest,
    replaced: await replacedBy(context, signed.value, editions.value[at + 1]),
    publication,
    isUnderEmbargo: isUnderEmbargo(embargoUntil, context.now),
    heldFor: access.value.heldBack.find(({ number }) => number === signed.value.edition.number)?.claims ?? [],
    keyRevokedAt: keys?.find(({ keyId }) => keyId === signed.value.proof.keyId)?.revokedAt ?? null,
  });
}

async function replacedBy(
  context: Context,
  { edition }: SignedEdition,
  earlier: EditionRow | undefined,
): Promise<EditionView["replaced"]> {
  const before = earlier === undefined ? null : await editionById(context, earlier.id);
  if (before === null || !before.ok) return null;
  const { id, number } = before.value.edition;
  return { id, number, difference: editionDifference(before.value.edition, edition) };
}
