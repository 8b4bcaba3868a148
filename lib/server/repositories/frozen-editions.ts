import "server-only";
import type { EditionDocument, EditionProof, SignedEdition } from "#lib/domain/edition.ts";
import type { Tx } from "#lib/server/db/client.ts";

type ArticleKey = { readonly deskId: string; readonly articleId: string };

/** Which edition of an article is the newest, and whether it takes the check back; null when there is none. */
export async function newestEdition(tx: Tx, { deskId, articleId }: ArticleKey) {
  return await tx.edition.findFirst({
    where: { deskId, articleId },
    orderBy: { number: "desc" },
    select: { id: true, number: true, isWithdrawal: true },
  });
}

export async function editionNamed(tx: Tx, { deskId, articleId }: ArticleKey, id: string) {
  return await tx.edition.findFirst({ where: { deskId, articleId, id }, select: { id: true, number: true } });
}

/** An edition as it was frozen, from its own row alone; null when there is none of this number. */
export async function frozenEdition(
  tx: Tx,
  { deskId, articleId, number }: ArticleKey & { readonly number: number },
): Promise<{ readonly signed: SignedEdition; readonly digest: string; readonly length: number } | null> {
  const row = await tx.edition.findUnique({
    where: { deskId_articleId_number: { deskId, articleId, number } },
    select: { snapshot: true, proof: true, digest: true },
  });
  return row === null ? null : { signed: signedOf(row), digest: row.digest, length: row.snapshot.length };
}

/** What the database holds was written by this program in these shapes, and is never changed. */
export function signedOf(row: { readonly snapshot: string; readonly proof: string }): SignedEdition {
  const edition: EditionDocument = JSON.parse(row.snapshot);
  const proof: EditionProof = JSON.parse(row.proof);
  return { edition, proof };
}
