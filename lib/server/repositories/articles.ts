import "server-only";
import { z } from "zod";
import type { Block } from "#lib/domain/block.ts";
import { blockTypes, markTypes } from "#lib/domain/block.ts";
import type { ClaimState } from "#lib/domain/claim.ts";
import type { Prisma, Tx } from "#lib/server/db/client.ts";

const mark = z.discriminatedUnion("type", [
  z.object({ type: z.enum(markTypes).exclude(["link"]), start: z.number(), end: z.number() }),
  z.object({ type: z.literal("link"), href: z.string(), start: z.number(), end: z.number() }),
]);
const block = z.object({
  index: z.number(),
  type: z.enum(blockTypes),
  level: z.number().nullable(),
  start: z.number(),
  end: z.number(),
  dir: z.enum(["ltr", "rtl"]),
  place: z.union([z.object({ page: z.number() }), z.object({ from: z.number(), to: z.number() })]).optional(),
  marks: z.array(mark),
});
/** The blocks of a version as they lie in the database. */
export const blocksSchema = z.array(block);

export type StoredVersion = {
  readonly deskId: string;
  readonly id: string;
  readonly articleId: string;
  readonly number: number;
  readonly text: string;
  readonly textDigest: string;
  readonly blocks: readonly Block[];
  readonly createdById: string;
  readonly createdAt: Date;
};

export async function articleById(tx: Tx, deskId: string, id: string) {
  return await tx.article.findUnique({ where: { deskId_id: { deskId, id } } });
}

/** The desk that an article belongs to, for the operator of the installation; null when there is no such article. */
export async function deskOfArticle(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.article.findFirst({ where: { id }, select: { deskId: true } });
  return row?.deskId ?? null;
}

/** Loads an article and holds it until the transaction ends, so that claims are marked one after another. */
export async function lockArticle(tx: Tx, deskId: string, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Article" WHERE "deskId" = ${deskId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return await articleById(tx, deskId, id);
}

/** Holds the articles of these claims until the transaction ends, in the order of their ids. */
export async function lockArticlesOf(tx: Tx, deskId: string, claimIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Article" WHERE "deskId" = ${deskId}::uuid AND id IN (
      SELECT "articleId" FROM "Claim" WHERE "deskId" = ${deskId}::uuid AND id = ANY(${[...claimIds]}::uuid[]))
    ORDER BY id FOR UPDATE`;
}

/** The newest version of an article; null when the article has none or is not the desk's. */
export async function latestVersion(tx: Tx, deskId: string, articleId: string): Promise<StoredVersion | null> {
  const row = await tx.articleVersion.findFirst({ where: { deskId, articleId }, orderBy: { number: "desc" } });
  return row === null ? null : { ...row, blocks: blocksSchema.parse(row.blocks) };
}

type NewArticle = Omit<Prisma.ArticleUncheckedCreateInput, "createdAt" | "updatedAt"> & { id: string; deskId: string };
export async function insertArticle(tx: Tx, article: NewArticle, now: Date): Promise<void> {
  await tx.article.create({ data: { ...article, createdAt: now, updatedAt: now }, select: { id: true } });
}

/** Notes that something of the article changed, so that it heads the list; its details keep their row version. */
export async function touchArticle(tx: Tx, deskId: string, id: string, now: Date): Promise<void> {
  await tx.article.update({ where: { deskId_id: { deskId, id } }, data: { updatedAt: now } });
}

type ArticleChange = {
  title: string;
  byline: string;
  publisher: string;
  publishedOn: string | null;
  address: string | null;
  language: string | null;
};

/** Compares and sets; whether the row was still at `rowVersion`. */
export async function saveArticle(
  tx: Tx,
  key: { deskId: string; id: string; rowVersion: number },
  change: ArticleChange & { updatedAt: Date },
): Promise<boolean> {
  const { count } = await tx.article.updateMany({ where: key, data: { ...change, rowVersion: { increment: 1 } } });
  return count === 1;
}

/** The article's next claim number. Moves the counter, so numbers are never given twice. */
export async function takeClaimNumber(tx: Tx, deskId: string, articleId: string, now: Date): Promise<number> {
  const row = await tx.article.update({
    where: { deskId_id: { deskId, id: articleId } },
    data: { lastClaim: { increment: 1 }, updatedAt: now },
    select: { lastClaim: true },
  });
  return row.lastClaim;
}

type Numbered = { readonly articleId: string; readonly count: number; readonly now: Date };

/** The first of as many claim numbers of an article as are asked for, one after the other. */
export async function takeClaimNumbers(tx: Tx, deskId: string, { articleId, count, now }: Numbered): Promise<number> {
  const row = await tx.article.update({
    where: { deskId_id: { deskId, id: articleId } },
    data: { lastClaim: { increment: count }, updatedAt: now },
    select: { lastClaim: true },
  });
  return row.lastClaim - count + 1;
}

type Listed = { readonly before: { readonly updatedAt: Date; readonly id: string } | null; readonly take: number };

/** Articles by last change, newest first, from after `before`; at most `take`. */
export async function articleRows(tx: Tx, deskId: string, { before, take }: Listed) {
  return await tx.article.findMany({
    where: { deskId, archivedAt: null, ...(before === null ? {} : earlier(before)) },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take,
    include: { versions: { select: { number: true }, orderBy: { number: "desc" }, take: 1 } },
  });
}

/** What stands after it in that list; the index is read from the first half. */
function earlier({ updatedAt, id }: NonNullable<Listed["before"]>) {
  return { updatedAt: { lte: updatedAt }, OR: [{ updatedAt: { lt: updatedAt } }, { id: { lt: id } }] };
}

type StateCount = { readonly articleId: string; readonly state: ClaimState; readonly claims: number };
type Counted = { readonly articleIds: readonly string[]; readonly blind: ReadonlySet<string> };

/** How many claims of each state each of these articles has; those that the reader is blind for are in progress. */
export async function claimCounts(tx: Tx, deskId: string, { articleIds, blind }: Counted): Promise<StateCount[]> {
  return await tx.$queryRaw<StateCount[]>`
    SELECT "articleId"::text, s.state, count(*)::int AS claims FROM "Claim", LATERAL (SELECT
      CASE WHEN id = ANY(${[...blind]}::uuid[]) AND state <> 'withdrawn' THEN 'progress' ELSE state::text END AS state) s
    WHERE "deskId" = ${deskId}::uuid AND "articleId" = ANY(${articleIds}::uuid[]) GROUP BY "articleId", s.state`;
}
