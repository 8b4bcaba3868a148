import "server-only";
import type { AnnotatedWords } from "#lib/domain/annotation.ts";
import type { ClaimState } from "#lib/domain/claim.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import type { PlacementKind } from "#lib/domain/placement.ts";
import type { Span } from "#lib/domain/span.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { annotatedWordsSchema } from "#lib/server/repositories/annotated-words.ts";

/** A claim that a new version has to carry along. */
export type ClaimToCarry = {
  readonly claimId: string;
  readonly number: number;
  readonly state: ClaimState;
  readonly statement: string;
  /** Its placement in the present version, which may be an offer that nobody has answered. */
  readonly kind: PlacementKind;
  readonly start: number | null;
  readonly end: number | null;
  readonly near: number | null;
  readonly quote: string;
  /** Where it stood last by a person's choice, or as the very words carried along; null for one that never did. */
  readonly settled: Settled | null;
  /** The words of the annotation that it came in from. */
  readonly annotation: AnnotatedWords | null;
};

export type Settled = Span & { readonly versionId: string; readonly number: number; readonly quote: string };

type CarryRow = Omit<ClaimToCarry, "settled" | "annotation"> & {
  readonly annotation: unknown;
  readonly settledIn: string | null;
  readonly settledNumber: number;
  readonly settledStart: number;
  readonly settledEnd: number;
  readonly settledQuote: string;
};

/** Every claim of an article, by number, with its placement in the newest version and the newest one that is settled. */
export async function claimsToCarry(tx: Tx, deskId: string, versionId: string): Promise<ClaimToCarry[]> {
  const rows = await tx.$queryRaw<CarryRow[]>`
    SELECT p."claimId", p.number, p.state, p.statement, p.kind, p.start, p."end", p.near, p.quote, p.annotation,
      v.id AS "settledIn", v.number AS "settledNumber",
      coalesce(s.start, p.start) AS "settledStart", coalesce(s."end", p."end") AS "settledEnd",
      coalesce(s.quote, p.quote) AS "settledQuote"
    FROM (
      SELECT c.id AS "claimId", c.number, c.state::text AS state, c.statement, c.annotation, p.kind::text AS kind, p.start,
        p."end", p.near, p.quote, p."versionId", (p.kind IN ('exact', 'moved') OR p."placedById" IS NOT NULL) AS settled
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
    LEFT JOIN "ArticleVersion" v ON v."deskId" = ${deskId}::uuid
      AND v.id = coalesce(s."versionId", CASE WHEN p.settled THEN p."versionId" END)
    ORDER BY p.number`;
  return rows.map(({ settledIn, settledNumber, settledStart, settledEnd, settledQuote, annotation, ...claim }) => {
    const settled =
      settledIn === null
        ? null
        : { versionId: settledIn, number: settledNumber, start: settledStart, end: settledEnd, quote: settledQuote };
    return { ...claim, settled, annotation: annotatedWordsSchema.nullable().parse(annotation) };
  });
}

/** The words that a claim had before: in an earlier version, or in the annotation that it came in from. */
export type PlacedBefore = { readonly claimId: string; readonly quote: string } & (
  | (Span & { readonly from: "version"; readonly versionId: string; readonly versionNumber: number })
  | { readonly from: "annotation"; readonly prefix: string; readonly suffix: string }
);

type EarlierRow = Span & {
  readonly claimId: string;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly quote: string;
};

/** The words of claims before they were carried into a version, by claim; those marked in it are left out. */
export async function placedBefore(
  tx: Tx,
  { deskId, versionId }: { deskId: string; versionId: string },
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, PlacedBefore>> {
  const rows = await tx.$queryRaw<EarlierRow[]>`
    SELECT p."claimId", o."versionId", v.number AS "versionNumber", o.start, o."end", o.quote
    FROM "Placement" p
    JOIN "Placement" o ON o."deskId" = p."deskId" AND o."claimId" = p."claimId" AND o."versionId" = p."fromVersionId"
    JOIN "ArticleVersion" v ON v."deskId" = o."deskId" AND v.id = o."versionId"
    WHERE p."deskId" = ${deskId}::uuid AND p."versionId" = ${versionId}::uuid AND p."claimId" = ANY(${claimIds}::uuid[])
      AND o.start IS NOT NULL`;
  const foreign = await tx.$queryRaw<{ readonly claimId: string; readonly annotation: unknown }[]>`
    SELECT c.id AS "claimId", c.annotation
    FROM "Placement" p JOIN "Claim" c ON c."deskId" = p."deskId" AND c.id = p."claimId" AND c.annotation IS NOT NULL
    WHERE p."deskId" = ${deskId}::uuid AND p."versionId" = ${versionId}::uuid AND p."claimId" = ANY(${claimIds}::uuid[])
      AND p."fromVersionId" IS NULL`;
  const annotated = foreign.map(({ claimId, annotation }) => {
    const { exact, prefix, suffix } = annotatedWordsSchema.parse(annotation);
    return { claimId, from: "annotation", quote: exact, prefix, suffix } as const;
  });
  const carried = rows.map((row) => ({ ...row, from: "version" }) as const);
  return new Map([...annotated, ...carried].map((row) => [row.claimId, row]));
}

type Earlier = { readonly deskId: string; readonly claimId: string; readonly before: number };

/** The newest earlier version in which a claim stood on these folded words, with them as they were written there. */
export async function settledWith(
  tx: Tx,
  { deskId, claimId, before }: Earlier,
  folded: string,
): Promise<PlacedBefore | undefined> {
  const rows = await tx.$queryRaw<EarlierRow[]>`
    SELECT o."claimId", o."versionId", v.number AS "versionNumber", o.start, o."end", o.quote
    FROM "Placement" o JOIN "ArticleVersion" v ON v."deskId" = o."deskId" AND v.id = o."versionId"
    WHERE o."deskId" = ${deskId}::uuid AND o."claimId" = ${claimId}::uuid AND v.number < ${before}
      AND o.start IS NOT NULL AND (o.kind IN ('exact', 'moved') OR o."placedById" IS NOT NULL)
    ORDER BY v.number DESC LIMIT 100`;
  const row = rows.find(({ quote }) => typographicFold(quote) === folded);
  return row === undefined ? undefined : { ...row, from: "version" };
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
