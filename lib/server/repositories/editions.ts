import "server-only";
import { z } from "zod";
import { changeKinds, type EarlierEdition, type EditionChange, type SignedEdition } from "#lib/domain/edition.ts";
import { canonicalJson } from "#lib/formats/canonical-json.ts";
import type { Tx } from "#lib/server/db/client.ts";

type ArticleKey = { readonly deskId: string; readonly articleId: string };

const storedChange = z.object({ kind: z.enum(changeKinds), what: z.string(), why: z.string() });

const listed = {
  deskId: true,
  id: true,
  articleId: true,
  number: true,
  digest: true,
  keyId: true,
  correction: true,
  isWithdrawal: true,
  publishedAt: true,
  publishedById: true,
  publishedBy: { select: { name: true } },
} as const;

/** An edition's row without its snapshot; null when the desk has none of that id. */
export async function editionRow(tx: Tx, deskId: string, id: string) {
  const row = await tx.edition.findUnique({ where: { deskId_id: { deskId, id } }, select: listed });
  return row === null ? null : withChange(row);
}

/** The editions of an article, oldest first, without their snapshots. */
export async function editionRows(tx: Tx, { deskId, articleId }: ArticleKey) {
  const rows = await tx.edition.findMany({ where: { deskId, articleId }, orderBy: { number: "asc" }, select: listed });
  return rows.map(withChange);
}

export type StoredEdition = Awaited<ReturnType<typeof editionRows>>[number];

function withChange<Row extends { readonly correction: string | null }>({ correction, ...row }: Row) {
  const change: EditionChange | null = correction === null ? null : storedChange.parse(JSON.parse(correction));
  return { ...row, change };
}

/** As later editions name it. */
export function earlierOf({ number, publishedAt, digest, change }: StoredEdition): EarlierEdition {
  return { number, publishedAt: publishedAt.toISOString(), digest, change };
}

/** The frozen words and the signature over them, as they are stored. */
export async function editionWords(tx: Tx, deskId: string, id: string) {
  return await tx.edition.findUnique({
    where: { deskId_id: { deskId, id } },
    select: { snapshot: true, proof: true },
  });
}

/**
 * Of these claims those of the article that one of its editions prints; by edition. Every snapshot is searched for each of
 * them, so ask for few. Ids are not read as JSON: they stand nowhere else.
 */
export async function claimsPrintedIn(
  tx: Tx,
  { deskId, articleId }: ArticleKey,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (claimIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; claimId: string }[]>`
    SELECT e.id::text, c.id::text AS "claimId" FROM "Edition" e
    JOIN "Claim" c ON c."deskId" = e."deskId" AND c."articleId" = e."articleId" AND c.id = ANY(${[...claimIds]}::uuid[])
    WHERE e."deskId" = ${deskId}::uuid AND e."articleId" = ${articleId}::uuid AND strpos(e.snapshot, c.id::text) > 0`;
  const printed = new Map<string, Set<string>>();
  for (const { id, claimId } of rows) printed.set(id, (printed.get(id) ?? new Set()).add(claimId));
  return printed;
}

/** The desk and article of an edition, whichever desk asks; null when no desk has one of this id. */
export async function articleOfEdition(tx: Tx, id: string): Promise<ArticleKey | null> {
  return await tx.edition.findFirst({ where: { id }, select: { deskId: true, articleId: true } });
}

type NewEdition = {
  readonly signed: SignedEdition;
  readonly publishedById: string;
  readonly publishedAt: Date;
};

/** The database refuses a number that is not the next one, a digest that is not the snapshot's, and a key that is over. */
export async function insertEdition(tx: Tx, { signed, publishedById, publishedAt }: NewEdition): Promise<void> {
  const { edition, proof } = signed;
  const { article } = edition.report;
  await tx.edition.create({
    data: {
      deskId: edition.desk.id,
      id: edition.id,
      articleId: article.id,
      versionId: article.versionId,
      number: edition.number,
      snapshot: canonicalJson(edition),
      digest: proof.digest,
      proof: canonicalJson(proof),
      correction: edition.change === null ? null : canonicalJson(edition.change),
      isWithdrawal: edition.change?.kind === "withdrawal",
      keyId: proof.keyId,
      publishedById,
      publishedAt,
    },
    select: { id: true },
  });
}

/** Notes on locked, approved claims that an edition prints them, in one statement. */
export async function publishClaims(tx: Tx, deskId: string, ids: readonly string[], now: Date): Promise<void> {
  await tx.claim.updateMany({
    where: { deskId, id: { in: [...ids] }, state: "approved" },
    data: { state: "published", rowVersion: { increment: 1 }, updatedAt: now },
  });
}
