import "server-only";
import type { ProtectedEvidence } from "#lib/domain/printed-evidence.ts";
import type { Tx } from "#lib/server/db/client.ts";

type ArticleKey = { readonly deskId: string; readonly articleId: string };
type Row = ProtectedEvidence & { readonly articleId: string; readonly id: string };

/** The evidence of these articles, removed or not, whose source is confidential now. */
export async function confidentialEvidence(
  tx: Tx,
  deskId: string,
  articleIds: readonly string[],
): Promise<readonly Row[]> {
  return await tx.$queryRaw<Row[]>`
    SELECT c."articleId"::text, v.id::text, v.stance::text, v.kind::text, v."publicAs" FROM "Claim" c
    JOIN "Evidence" v ON v."deskId" = c."deskId" AND v."claimId" = c.id AND v.confidential
    WHERE c."deskId" = ${deskId}::uuid AND c."articleId" = ANY(${[...articleIds]}::uuid[])
    ORDER BY v.id`;
}

/**
 * Which editions of an article name the source of one of these pieces of evidence, and for which claims, by their numbers.
 * What is printed as confidential has no id. Every edition is read whole, so ask only where there is such evidence.
 */
export async function editionsNaming(
  tx: Tx,
  { deskId, articleId }: ArticleKey,
  evidenceIds: readonly string[],
): Promise<readonly { readonly edition: number; readonly claim: number }[]> {
  if (evidenceIds.length === 0) return [];
  return await tx.$queryRaw<{ edition: number; claim: number }[]>`
    SELECT DISTINCT e.number AS edition, c.number AS claim FROM "Edition" e
    CROSS JOIN LATERAL jsonb_path_query(e.snapshot::jsonb, '$.report.claims[*].evidence[*].id') AS printed(id)
    JOIN "Evidence" v ON v."deskId" = e."deskId" AND v.id = ANY(${[...evidenceIds]}::uuid[]) AND v.id::text = printed.id #>> '{}'
    JOIN "Claim" c ON c."deskId" = v."deskId" AND c.id = v."claimId"
    WHERE e."deskId" = ${deskId}::uuid AND e."articleId" = ${articleId}::uuid
    ORDER BY e.number, c.number`;
}
