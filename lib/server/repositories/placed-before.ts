import "server-only";
import type { ClaimState } from "#lib/domain/claim.ts";
import type { PlacementKind } from "#lib/domain/placement.ts";
import type { Tx } from "#lib/server/db/client.ts";

/** A claim and where it was settled last: by a person's choice, or as the very words carried along. */
export type SettledClaim = {
  readonly claimId: string;
  readonly number: number;
  readonly state: ClaimState;
  readonly statement: string;
  /** Its placement in the present version, which may be an offer that nobody has answered. */
  readonly kind: PlacementKind;
  readonly start: number | null;
  readonly end: number | null;
  readonly near: number | null;
  readonly settledIn: string;
  readonly settledNumber: number;
  readonly settledStart: number;
  readonly settledEnd: number;
  readonly settledQuote: string;
};

/** Every claim of an article, by number, with its placement in the newest version and the newest one that is settled. */
export async function settledClaims(tx: Tx, deskId: string, versionId: string): Promise<SettledClaim[]> {
  return await tx.$queryRaw<SettledClaim[]>`
    SELECT p.*, coalesce(s."versionId", p."versionId") AS "settledIn", v.number AS "settledNumber",
      coalesce(s.start, p.start) AS "settledStart", coalesce(s."end", p."end") AS "settledEnd",
      coalesce(s.quote, p.quote) AS "settledQuote"
    FROM (
      SELECT c.id AS "claimId", c.number, c.state::text AS state, c.statement, p.kind::text AS kind, p.start, p."end",
        p.near, p.quote, p."versionId", (p.kind IN ('exact', 'moved') OR p."placedById" IS NOT NULL) AS settled
      FROM "Placement" p JOIN "Claim" c ON c."deskId" = p."deskId" AND c.id = p."claimId"
      WHERE p."deskId" = ${deskId}::uuid AND p."versionId" = ${versionId}::uuid
    ) p
    LEFT JOIN LATERAL (
      SELECT q."versionId", q.start, q."end", q.quote
      FROM "Placement" q JOIN "ArticleVersion" o ON o."deskId" = q."deskId" AND o.id = q."versionId"
      WHERE NOT p.settled AND q."deskId" = ${deskId}::uuid AND q."claimId" = p."claimId" AND q.start IS NOT NULL
        AND (q.kind IN ('exact', 'moved') OR q."placedById" IS NOT NULL)
      ORDER BY o.number DESC LIMIT 1
    ) s ON true
    JOIN "ArticleVersion" v ON v."deskId" = ${deskId}::uuid AND v.id = coalesce(s."versionId", p."versionId")
    WHERE p.settled OR s."versionId" IS NOT NULL
    ORDER BY p.number`;
}

export type PlacedBefore = {
  readonly claimId: string;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
};

/** Where claims stood before they were carried into a version, by claim; those marked in it are left out. */
export async function placedBefore(
  tx: Tx,
  { deskId, versionId }: { deskId: string; versionId: string },
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, PlacedBefore>> {
  const rows = await tx.$queryRaw<PlacedBefore[]>`
    SELECT p."claimId", o."versionId", v.number AS "versionNumber", o.start, o."end", o.quote
    FROM "Placement" p
    JOIN "Placement" o ON o."deskId" = p."deskId" AND o."claimId" = p."claimId" AND o."versionId" = p."fromVersionId"
    JOIN "ArticleVersion" v ON v."deskId" = o."deskId" AND v.id = o."versionId"
    WHERE p."deskId" = ${deskId}::uuid AND p."versionId" = ${versionId}::uuid AND p."claimId" = ANY(${claimIds}::uuid[])
      AND o.start IS NOT NULL`;
  return new Map(rows.map((row) => [row.claimId, row]));
}

export type ComparedPlacement = {
  readonly claimId: string;
  readonly number: number;
  readonly state: ClaimState;
  readonly statement: string;
  readonly kind: PlacementKind;
  readonly placedById: string | null;
  readonly quote: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly olderStart: number | null;
  readonly olderEnd: number | null;
};

/** The claims that two versions share and that are not withdrawn, by number, with where each version has them. */
export async function comparedPlacements(
  tx: Tx,
  deskId: string,
  { olderId, newerId }: { olderId: string; newerId: string },
): Promise<ComparedPlacement[]> {
  return await tx.$queryRaw<ComparedPlacement[]>`
    SELECT c.id AS "claimId", c.number, c.state::text AS state, c.statement, p.kind::text AS kind, p."placedById", p.quote,
      p.start, p."end", o.start AS "olderStart", o."end" AS "olderEnd"
    FROM "Placement" p
    JOIN "Claim" c ON c."deskId" = p."deskId" AND c.id = p."claimId" AND c.state <> 'withdrawn'
    JOIN "Placement" o ON o."deskId" = p."deskId" AND o."claimId" = p."claimId" AND o."versionId" = ${olderId}::uuid
    WHERE p."deskId" = ${deskId}::uuid AND p."versionId" = ${newerId}::uuid
    ORDER BY c.number`;
}
