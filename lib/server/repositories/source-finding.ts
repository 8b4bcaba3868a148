import "server-only";
import type { SourceKind } from "#lib/domain/evidence.ts";
import { addressPattern, patternsOf } from "#lib/domain/search-words.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { Prisma } from "#lib/server/db/generated/client.ts";
import type { StoredSource } from "#lib/server/repositories/sources.ts";

type Patterns = ReturnType<typeof patternsOf>;

/** A common beginning of a word is found among the sources changed last; only what is rare there needs the index. */
const latest = 2000;
/** So many that fit are ranked by their use. */
const ranked = 60;
/** No more rows than this are taken out of the index. */
const mostHits = 2000;

const fits = (patterns: Patterns) =>
  Prisma.join(
    patterns.map(
      (way) =>
        Prisma.sql`(${Prisma.join(
          way.map((pattern) => Prisma.sql`"searchText" LIKE ${pattern}`),
          " AND ",
        )})`,
    ),
    " OR ",
    "(",
    ")",
  );

/** Ids of sources that fit a query (`patternsOf`), merged ones as what they were merged into; at most 60, no order. */
export async function findSourceIds(
  tx: Tx,
  deskId: string,
  { patterns, take }: { patterns: Patterns; take: number },
): Promise<string[]> {
  if (patterns.length === 0) {
    const rows = await tx.source.findMany({
      where: { deskId, mergedIntoId: null },
      orderBy: { updatedAt: "desc" },
      take: Math.max(take, ranked),
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  }
  const near = await tx.$queryRaw<{ id: string }[]>`
    SELECT coalesce("mergedIntoId", id) AS id FROM (
      SELECT id, "mergedIntoId", "searchText" FROM "Source" WHERE "deskId" = ${deskId}::uuid
      ORDER BY "updatedAt" DESC LIMIT ${latest}) AS latest
    WHERE ${fits(patterns)} LIMIT ${ranked}`;
  if (near.length >= Math.min(take, ranked)) return unique(near);
  const found = await tx.$queryRaw<{ id: string }[]>`
    WITH hits AS MATERIALIZED (
      SELECT coalesce("mergedIntoId", id) AS id, "updatedAt" FROM "Source"
      WHERE "deskId" = ${deskId}::uuid AND ${fits(patterns)} LIMIT ${mostHits})
    SELECT id FROM hits ORDER BY "updatedAt" DESC LIMIT ${ranked}`;
  return unique([...near, ...found]);
}

function unique(rows: readonly { id: string }[]): string[] {
  return [...new Set(rows.map(({ id }) => id))];
}

/** Where a page of the list begins: the last row of the page before. */
export type SourceCursor = { readonly updatedAt: Date; readonly id: string };

type Listing = {
  readonly patterns: Patterns;
  readonly kind: SourceKind | null;
  readonly after: SourceCursor | null;
  readonly take: number;
};

/** Sources that were not merged away, the latest changed first; one that fits brings what it was merged into. */
export async function sourcesAfter(tx: Tx, deskId: string, listing: Listing): Promise<StoredSource[]> {
  const { patterns, kind, after, take } = listing;
  const words =
    patterns.length === 0
      ? Prisma.empty
      : Prisma.sql`AND id IN (SELECT coalesce("mergedIntoId", id) FROM "Source" WHERE "deskId" = ${deskId}::uuid AND ${fits(patterns)})`;
  const ofKind = kind === null ? Prisma.empty : Prisma.sql`AND kind::text = ${kind}`;
  const later =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND ("updatedAt", id) < (${after.updatedAt}::timestamptz, ${after.id}::uuid)`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Source" WHERE "deskId" = ${deskId}::uuid AND "mergedIntoId" IS NULL ${words} ${ofKind} ${later}
    ORDER BY "updatedAt" DESC, id DESC LIMIT ${take}`;
  return await tx.source.findMany({
    where: { deskId, id: { in: rows.map(({ id }) => id) } },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
  });
}

type Described = { readonly title: string; readonly address: string; readonly doi: string; readonly isbn: string };

/** Sources that may be the described one: same DOI, ISBN or place, or a long word of the title; at most a few hundred. */
export async function candidatesFor(
  tx: Tx,
  deskId: string,
  { described, by }: { described: Described; by: "identifiers" | "identifiers and title" },
): Promise<StoredSource[]> {
  const { doi, isbn, address, title } = described;
  const words = by === "identifiers" ? [] : longWords(title);
  const place = addressPattern(address);
  const exact = [
    ...(doi === "" ? [] : [Prisma.sql`doi = ${doi}`]),
    ...(isbn === "" ? [] : [Prisma.sql`isbn = ${isbn}`]),
    ...(place === null ? [] : [fits([[place]])]),
    ...words.map((word) => fits([[word]])),
  ];
  if (exact.length === 0) return [];
  const each = exact.map(
    (one) => Prisma.sql`(SELECT id FROM "Source" WHERE "deskId" = ${deskId}::uuid AND ${one} LIMIT 200)`,
  );
  const rows = await tx.$queryRaw<{ id: string }[]>`${Prisma.join(each, " UNION ")}`;
  return await tx.source.findMany({ where: { deskId, id: { in: rows.map(({ id }) => id) } } });
}

/** Patterns for the three longest words: a slip in one of them leaves the others. */
function longWords(title: string): string[] {
  const words = patternsOf(title)
    .flat()
    .toSorted((a, b) => b.length - a.length);
  return [...new Set(words)].filter((word) => word.length > 5).slice(0, 3);
}
