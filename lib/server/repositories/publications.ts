import "server-only";
import type { Tx } from "#lib/server/db/client.ts";

type Key = { readonly deskId: string; readonly articleId: string };

type Openness = {
  readonly isPublic: boolean;
  readonly isIndexed: boolean;
  readonly hasClaimPages: boolean;
  readonly embargoUntil: Date | null;
};

export async function publicationOf(tx: Tx, { deskId, articleId }: Key) {
  return await tx.publication.findUnique({ where: { deskId_articleId: { deskId, articleId } } });
}

/**
 * Saves who may see the article's editions, over the row that was read; `rowVersion` 0 makes the first one. False when
 * somebody saved before, or when another desk has an article of this id in public: its addresses are taken.
 */
export async function savePublication(
  tx: Tx,
  { rowVersion, ...key }: Key & { readonly rowVersion: number },
  { by, now, ...openness }: Openness & { readonly by: string; readonly now: Date },
): Promise<boolean> {
  const said = { ...openness, updatedById: by, updatedAt: now };
  if (rowVersion === 0) {
    const { count } = await tx.publication.createMany({ data: [{ ...key, ...said }], skipDuplicates: true });
    return count === 1;
  }
  const data = { ...said, rowVersion: { increment: 1 } };
  const { count } = await tx.publication.updateMany({ where: { ...key, rowVersion }, data });
  return count === 1;
}

/** What a stranger at an address of the article's may know, and the newest edition. */
export type PublicRow = {
  readonly articleId: string;
  readonly deskId: string;
  readonly isIndexed: boolean;
  readonly hasClaimPages: boolean;
  readonly embargoUntil: Date | null;
  readonly newest: number;
  readonly isWithdrawn: boolean;
  /** The ids of the article's evidence whose source is confidential now. */
  readonly confidential: readonly string[];
};

/** Those of these articles whose editions are public, now or from the hour of their embargo. */
export async function publicRows(tx: Tx, articleIds: readonly string[]): Promise<PublicRow[]> {
  return await tx.$queryRaw<PublicRow[]>`
    SELECT p."articleId"::text, p."deskId"::text, p."isIndexed", p."hasClaimPages", p."embargoUntil",
      e.number AS newest, e."isWithdrawal" AS "isWithdrawn",
      ARRAY(SELECT v.id::text FROM "Claim" c JOIN "Evidence" v ON v."deskId" = c."deskId" AND v."claimId" = c.id
        WHERE c."deskId" = p."deskId" AND c."articleId" = p."articleId" AND v.confidential) AS confidential
    FROM "Publication" p
    CROSS JOIN LATERAL (SELECT number, "isWithdrawal" FROM "Edition" e
      WHERE e."deskId" = p."deskId" AND e."articleId" = p."articleId" ORDER BY number DESC LIMIT 1) e
    WHERE p."articleId" = ANY(${[...articleIds]}::uuid[]) AND p."isPublic"`;
}

/** A public edition in a list; what it says is in its own row. */
export type PublicEdition = {
  readonly articleId: string;
  readonly id: string;
  readonly number: number;
  readonly newest: number;
  readonly digest: string;
};

type Stretch = {
  readonly now: Date;
  /** The id of the edition to go on after. */
  readonly after: string | null;
  readonly take: number;
  /** `reviews`: the newest edition of each article whose claims have pages. `editions`: every one. */
  readonly of: "reviews" | "editions";
};

/** The desk's editions that are public at `now`, the latest first. */
export async function publicEditions(tx: Tx, deskId: string, stretch: Stretch): Promise<PublicEdition[]> {
  const { now, after, take, of } = stretch;
  const isOfReviews = of === "reviews";
  return await tx.$queryRaw<PublicEdition[]>`
    SELECT e."articleId"::text, e.id::text, e.number, e.digest, last.number AS newest
    FROM "Publication" p
    CROSS JOIN LATERAL (SELECT number FROM "Edition" l
      WHERE l."deskId" = p."deskId" AND l."articleId" = p."articleId" ORDER BY number DESC LIMIT 1) last
    JOIN "Edition" e ON e."deskId" = p."deskId" AND e."articleId" = p."articleId"
      AND (NOT ${isOfReviews}::boolean OR (e.number = last.number AND p."hasClaimPages"))
    WHERE p."deskId" = ${deskId}::uuid AND p."isPublic"
      AND (p."embargoUntil" IS NULL OR p."embargoUntil" <= ${now}::timestamptz)
      AND (${after}::uuid IS NULL OR (e."publishedAt", e.id) <
        (SELECT a."publishedAt", a.id FROM "Edition" a WHERE a."deskId" = ${deskId}::uuid AND a.id = ${after}::uuid))
    ORDER BY e."publishedAt" DESC, e.id DESC
    LIMIT ${take}::int`;
}
