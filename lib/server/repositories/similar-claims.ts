import "server-only";
import type { ClaimState } from "#lib/domain/claim.ts";
import type { RelatedChoice } from "#lib/domain/relation.ts";
import type { Tx } from "#lib/server/db/client.ts";

type Row = Omit<RelatedChoice, "state" | "verdict"> & { readonly state: ClaimState };

/** So many that fit are looked at; of common words only some. */
const mostLooked = 100;

type Alike = {
  readonly claimId: string;
  /** The words in the text, as they may be typeset. */
  readonly quotes: readonly string[];
  /** In the language of `to_tsquery`, without a configuration; "" to go by the quote alone. */
  readonly query: string;
};

/** Claims of the desk, not withdrawn, with the very same words in the text or with these words in their statement. */
export async function claimsAlike(tx: Tx, deskId: string, { claimId, quotes, query }: Alike): Promise<readonly Row[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    (SELECT p."claimId"::text AS id FROM "Placement" p
      WHERE p."deskId" = ${deskId}::uuid AND p.active
        AND md5(p.quote) = ANY(ARRAY(SELECT md5(q) FROM unnest(${[...quotes]}::text[]) q)) AND p.quote = ANY(${[...quotes]}::text[])
        AND p."claimId" <> ${claimId}::uuid LIMIT ${mostLooked})
    UNION (SELECT c.id::text FROM "Claim" c
      WHERE c."deskId" = ${deskId}::uuid AND ${query} <> '' AND c.id <> ${claimId}::uuid
        AND to_tsvector('simple', c.statement) @@ to_tsquery('simple', ${query}) LIMIT ${mostLooked})`;
  return await asRows(
    tx,
    deskId,
    rows.map((row) => row.id),
  );
}

type Wanted = {
  readonly articleId: string;
  /** A number in the article; null to go by words. */
  readonly number: number | null;
  /** In the language of `to_tsquery`; "" for the article's first claims. */
  readonly query: string;
  readonly onlyArticle: boolean;
  readonly take: number;
  /** The claims of which the reader must learn no verdict: one moves the claim up, so these go by when they were made. */
  readonly blind: ReadonlySet<string>;
};

/** Claims, not withdrawn, by number in an article or by words of their statement; those of the article come first. */
export async function findClaims(tx: Tx, deskId: string, wanted: Wanted): Promise<readonly Row[]> {
  const { articleId, number, query, onlyArticle, take } = wanted;
  const blind = [...wanted.blind];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id::text AS id FROM "Claim" c
    WHERE c."deskId" = ${deskId}::uuid AND c.state <> 'withdrawn'
      AND (c."articleId" = ${articleId}::uuid OR (NOT ${onlyArticle} AND ${query} <> ''))
      AND CASE WHEN ${number}::int IS NOT NULL THEN c."articleId" = ${articleId}::uuid AND c.number = ${number}::int
        WHEN ${query} = '' THEN true ELSE to_tsvector('simple', c.statement) @@ to_tsquery('simple', ${query}) END
    ORDER BY c."articleId" = ${articleId}::uuid DESC,
      CASE WHEN c.id = ANY(${blind}::uuid[]) THEN c."createdAt" ELSE c."updatedAt" END DESC, c.id LIMIT ${take}`;
  return await asRows(
    tx,
    deskId,
    rows.map((row) => row.id),
  );
}

/** Those of these claims that are not withdrawn, with their words in the newest version, in the order of the ids. */
async function asRows(tx: Tx, deskId: string, ids: readonly string[]): Promise<readonly Row[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<Row[]>`
    SELECT DISTINCT ON (c.id) c.id::text, c."articleId"::text, a.title AS "articleTitle", c.number, c.statement,
      c.state::text AS state, p.quote
    FROM "Claim" c
    JOIN "Article" a ON a."deskId" = c."deskId" AND a.id = c."articleId"
    JOIN "Placement" p ON p."deskId" = c."deskId" AND p."claimId" = c.id
    JOIN "ArticleVersion" v ON v."deskId" = p."deskId" AND v.id = p."versionId"
    WHERE c."deskId" = ${deskId}::uuid AND c.id = ANY(${ids}::uuid[]) AND c.state <> 'withdrawn'
    ORDER BY c.id, v.number DESC`;
  return rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
