import "server-only";
import type { Tx } from "#lib/server/db/client.ts";
import { lockArticlesOf } from "#lib/server/repositories/articles.ts";
import { claimsPrintedIn } from "#lib/server/repositories/editions.ts";
import { claimsKeptFromSomebody } from "#lib/server/repositories/publish-facts.ts";
import { claimsSharedWith } from "#lib/server/repositories/second-verdicts.ts";

type ArticleKey = { readonly deskId: string; readonly articleId: string };

/**
 * The numbers of the claims whose verdict is kept from somebody of the desk and which an edition of the article prints:
 * this edition, or with null any. Ask with the article locked: nobody is asked for a second verdict while it is.
 */
export async function keptInPrint(tx: Tx, key: ArticleKey, editionId: string | null): Promise<readonly number[]> {
  const kept = await claimsKeptFromSomebody(tx, key.deskId);
  if (kept.size === 0) return [];
  const claims = await tx.claim.findMany({
    where: { ...key, id: { in: [...kept] } },
    orderBy: { number: "asc" },
    select: { id: true, number: true },
  });
  const byEdition = await claimsPrintedIn(
    tx,
    key,
    claims.map(({ id }) => id),
  );
  const printed = [...byEdition].flatMap(([id, ids]) => (editionId === null || id === editionId ? [...ids] : []));
  return claims.filter(({ id }) => printed.includes(id)).map(({ number }) => number);
}

type Shown = { readonly claimIds: readonly string[]; readonly now: Date };

/**
 * Whether an edition that prints one of these claims is public, at once or when its embargo ends, or opens to whoever has
 * a link at `now`. A link without an edition opens the newest one. Ask with the claims' articles locked: nothing is
 * opened while they are.
 */
export async function isShownOutside(tx: Tx, deskId: string, { claimIds, now }: Shown): Promise<boolean> {
  // What is open is found first, so that no other edition's words are searched.
  const [row] = await tx.$queryRaw<{ shown: boolean }[]>`
    WITH claims AS (SELECT "articleId", id FROM "Claim" WHERE "deskId" = ${deskId}::uuid AND id = ANY(${[...claimIds]}::uuid[])),
    opened AS MATERIALIZED (
      SELECT e.id FROM "Edition" e
      LEFT JOIN "Publication" p ON p."deskId" = e."deskId" AND p."articleId" = e."articleId"
      WHERE e."deskId" = ${deskId}::uuid AND e."articleId" IN (SELECT "articleId" FROM claims) AND (p."isPublic"
        OR EXISTS (SELECT 1 FROM "ReportLink" l
          WHERE l."deskId" = e."deskId" AND l."articleId" = e."articleId" AND l."revokedAt" IS NULL
            AND l."expiresAt" > ${now}::timestamptz
            AND (l."editionId" = e.id OR (l."editionId" IS NULL AND NOT EXISTS (SELECT 1 FROM "Edition" later
              WHERE later."deskId" = e."deskId" AND later."articleId" = e."articleId" AND later.number > e.number)))))
    )
    SELECT EXISTS (SELECT 1 FROM opened JOIN "Edition" e ON e."deskId" = ${deskId}::uuid AND e.id = opened.id
      JOIN claims c ON c."articleId" = e."articleId" WHERE strpos(e.snapshot, c.id::text) > 0) AS shown`;
  return row?.shown === true;
}

type Together = { readonly deskId: string; readonly memberId: string; readonly claimIds: readonly string[] };

/**
 * Holds the articles of these claims and of all that share words or a verdict with them, which it answers: nothing of them
 * is opened meanwhile. Those that began to share while an article was waited for are held too.
 */
export async function lockShared(tx: Tx, together: Together): Promise<readonly string[]> {
  let held: readonly string[] = [];
  for (;;) {
    const shared = await sharedWithAny(tx, together);
    if (held.length > 0 && shared.every((id) => held.includes(id))) return shared;
    await lockArticlesOf(tx, together.deskId, shared);
    held = shared;
  }
}

/**
 * Whether saying that these claims are one would show somebody who owes a second verdict on one of them what a report
 * prints of another: theirs is kept from them, and the other's is open outside. Ask of what `lockShared` answered.
 */
export async function wouldShowKept(tx: Tx, deskId: string, { claimIds, now }: Shown): Promise<boolean> {
  const kept = await claimsKeptFromSomebody(tx, deskId);
  return claimIds.some((id) => kept.has(id)) && (await isShownOutside(tx, deskId, { claimIds, now }));
}

async function sharedWithAny(tx: Tx, { claimIds, ...person }: Together): Promise<string[]> {
  const ids = [];
  for (const id of claimIds) ids.push(...(await claimsSharedWith(tx, person, id)));
  return ids;
}
