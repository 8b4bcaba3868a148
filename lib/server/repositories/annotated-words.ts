import "server-only";
import { z } from "zod";
import type { AnnotatedWords } from "#lib/domain/annotation.ts";
import type { Tx } from "#lib/server/db/client.ts";

/** The words of an annotation as they lie with the claim that came from it. */
export const annotatedWordsSchema = z.object({
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  refined: z.boolean(),
});

type Place = { readonly start: number | null; readonly end: number | null };

/** Equal for annotations that mean one passage: the same words in the same context, else the same position. */
export function annotationKey({ exact, prefix, suffix }: AnnotatedWords, { start, end }: Place): string {
  return JSON.stringify(exact === "" ? [start, end] : [exact, prefix, suffix]);
}

export type ClaimName = { readonly id: string; readonly number: number };

/** The claims of a version that came in from annotations and are not withdrawn, the first of each passage, by its key. */
export async function annotatedClaims(
  tx: Tx,
  { deskId, versionId }: { deskId: string; versionId: string },
): Promise<ReadonlyMap<string, ClaimName>> {
  const rows = await tx.$queryRaw<(ClaimName & Place & { readonly annotation: unknown })[]>`
    SELECT c.id, c.number, c.annotation, p.start, p."end"
    FROM "Claim" c JOIN "Placement" p ON p."deskId" = c."deskId" AND p."claimId" = c.id
    WHERE p."deskId" = ${deskId}::uuid AND p."versionId" = ${versionId}::uuid AND p.active AND c.annotation IS NOT NULL
    ORDER BY c.number DESC`;
  return new Map(
    rows.map(({ id, number, annotation, ...place }) => [
      annotationKey(annotatedWordsSchema.parse(annotation), place),
      { id, number },
    ]),
  );
}
