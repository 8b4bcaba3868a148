import "server-only";
import type { Tx } from "#lib/server/db/client.ts";
import { blindClaims, blindMembers } from "#lib/server/repositories/second-verdicts.ts";

type ArticleKey = { readonly deskId: string; readonly articleId: string };

/** How many threads are not resolved, by claim; claims without one are not in it. */
export async function openThreads(tx: Tx, { deskId, articleId }: ArticleKey): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ claimId: string; open: number }[]>`
    SELECT t."claimId"::text, count(*)::int AS open FROM "Thread" t
    JOIN "Claim" c ON c."deskId" = t."deskId" AND c.id = t."claimId"
    WHERE t."deskId" = ${deskId}::uuid AND c."articleId" = ${articleId}::uuid AND t."resolvedAt" IS NULL
    GROUP BY t."claimId"`;
  return new Map(rows.map(({ claimId, open }) => [claimId, open]));
}

/** The claims whose verdict is kept from somebody of the desk who was asked for a second one and has not given it. */
export async function claimsKeptFromSomebody(tx: Tx, deskId: string): Promise<ReadonlySet<string>> {
  const asked = await tx.secondVerdict.findMany({
    where: { deskId, givenAt: null, cancelledAt: null },
    select: { memberId: true },
    distinct: ["memberId"],
  });
  const blind = await blindMembers(
    tx,
    deskId,
    asked.map(({ memberId }) => memberId),
  );
  return new Set([...blind.values()].flatMap((claims) => [...claims]));
}

/** Who worked on each of these claims, by claim; the same people as `contributorsOf` names. */
export async function contributorsToEach(
  tx: Tx,
  deskId: string,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (claimIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ claimId: string; people: string[] }[]>`
    SELECT k.id::text AS "claimId", array_agg(DISTINCT c."memberId"::text) AS people
    FROM unnest(${[...claimIds]}::uuid[]) AS k(id) CROSS JOIN LATERAL contributors_of(${deskId}::uuid, k.id) c
    GROUP BY k.id`;
  return new Map(rows.map(({ claimId, people }) => [claimId, new Set(people)]));
}

type Person = { readonly deskId: string; readonly memberId: string };

/** Whether somebody owes a second verdict on a claim of the article, or on one that shares words or a verdict with it. */
export async function isBlindIn(tx: Tx, person: Person, articleId: string): Promise<boolean> {
  const { deskId } = person;
  const blind = await blindClaims(tx, person);
  if (blind.size === 0) return false;
  return (await tx.claim.count({ where: { deskId, articleId, id: { in: [...blind] } } })) > 0;
}

/** The ids of the claims that an article has. */
export async function claimIdsOf(tx: Tx, { deskId, articleId }: ArticleKey): Promise<ReadonlySet<string>> {
  const rows = await tx.claim.findMany({ where: { deskId, articleId }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}
