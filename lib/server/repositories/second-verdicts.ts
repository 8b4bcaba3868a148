import "server-only";
import type { Adjudication } from "#lib/domain/second.ts";
import type { Tx } from "#lib/server/db/client.ts";

type Person = { readonly deskId: string; readonly memberId: string };

/**
 * The claims of which this member has been asked for a second verdict and has not given it, and those that share words or
 * a verdict with them: until then nothing may tell them what the first one says, nor anybody's decision on it.
 */
export async function blindClaims(tx: Tx, { deskId, memberId }: Person): Promise<ReadonlySet<string>> {
  return (await blindMembers(tx, deskId, [memberId])).get(memberId) ?? new Set();
}

/** The same for many members at once; who owes no second verdict is not in it. */
export async function blindMembers(
  tx: Tx,
  deskId: string,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  // Written out, for every change of a claim asks it.
  const rows = await tx.$queryRaw<Owed[]>`
    SELECT "memberId", "claimId" FROM "SecondVerdict"
    WHERE "deskId" = ${deskId}::uuid AND "memberId" = ANY(${memberIds}::uuid[]) AND "givenAt" IS NULL AND "cancelledAt" IS NULL`;
  const blind = new Map<string, Set<string>>();
  for (const { memberId, id } of rows.length === 0 ? [] : await related(tx, deskId, rows)) {
    blind.set(memberId, (blind.get(memberId) ?? new Set()).add(id));
  }
  return blind;
}

type Owed = { readonly memberId: string; readonly claimId: string };

/** Each member's claims and whatever those were split from, merged with, are the same as, or share a verdict with. */
async function related(tx: Tx, deskId: string, owed: readonly Owed[]) {
  const memberIds = owed.map(({ memberId }) => memberId);
  const claimIds = owed.map(({ claimId }) => claimId);
  return await tx.$queryRaw<{ memberId: string; id: string }[]>`
    WITH RECURSIVE reached ("memberId", id) AS (
      SELECT * FROM unnest(${memberIds}::uuid[], ${claimIds}::uuid[])
      UNION
      SELECT reached."memberId", n.id FROM reached, LATERAL (
        SELECT "otherId" AS id FROM "ClaimRelation" WHERE "deskId" = ${deskId}::uuid AND "claimId" = reached.id
        UNION ALL SELECT "claimId" FROM "ClaimRelation" WHERE "deskId" = ${deskId}::uuid AND "otherId" = reached.id
        UNION ALL SELECT f."claimId" FROM "VerdictRevision" r
          JOIN "VerdictRevision" f ON f."deskId" = r."deskId" AND f.id = r."sharedFromId"
          WHERE r."deskId" = ${deskId}::uuid AND r."claimId" = reached.id) n
    )
    SELECT "memberId"::text AS "memberId", id::text AS id FROM reached`;
}

/** Whether this claim is one of them. Ask with the claim locked: nobody is asked while it is. */
export async function isBlindOn(tx: Tx, person: Person, claimId: string): Promise<boolean> {
  return (await blindClaims(tx, person)).has(claimId);
}

/** This claim and those that share words or a verdict with it, in any article: whoever reads one knows of the others. */
export async function claimsSharedWith(tx: Tx, { deskId, memberId }: Person, claimId: string): Promise<string[]> {
  return (await related(tx, deskId, [{ memberId, claimId }])).map(({ id }) => id);
}

/**
 * Whether this member has given a verdict, or voted on one, on this claim or one that shares words or a verdict with it:
 * they know something of what a second verdict has to be blind for. A comment is no vote.
 */
export async function hasJudged(tx: Tx, { deskId, memberId }: Person, claimId: string): Promise<boolean> {
  const claimIds = await claimsSharedWith(tx, { deskId, memberId }, claimId);
  const [row] = await tx.$queryRaw<{ judged: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "VerdictRevision" WHERE "deskId" = ${deskId}::uuid AND "claimId" = ANY(${claimIds}::uuid[])
        AND "authorId" = ${memberId}::uuid)
      OR EXISTS (SELECT 1 FROM "Review" WHERE "deskId" = ${deskId}::uuid AND "claimId" = ANY(${claimIds}::uuid[])
        AND "reviewerId" = ${memberId}::uuid AND decision <> 'comment')
      OR EXISTS (SELECT 1 FROM "SecondVerdict" WHERE "deskId" = ${deskId}::uuid AND "claimId" = ANY(${claimIds}::uuid[])
        AND "memberId" = ${memberId}::uuid AND "givenAt" IS NOT NULL) AS judged`;
  return row?.judged === true;
}

type OpenSecond = {
  readonly id: string;
  readonly claimId: string;
  readonly articleId: string;
  readonly askedById: string;
};

/** What a member owes of second verdicts; their claims are held until the transaction ends. */
export async function lockOpenSeconds(tx: Tx, deskId: string, memberId: string): Promise<OpenSecond[]> {
  return await tx.$queryRaw<OpenSecond[]>`
    SELECT s.id::text, s."claimId"::text AS "claimId", c."articleId"::text AS "articleId", s."askedById"::text AS "askedById"
    FROM "SecondVerdict" s JOIN "Claim" c ON c."deskId" = s."deskId" AND c.id = s."claimId"
    WHERE s."deskId" = ${deskId}::uuid AND s."memberId" = ${memberId}::uuid AND s."givenAt" IS NULL AND s."cancelledAt" IS NULL
    ORDER BY c.id FOR UPDATE`;
}

const people = { select: { id: true, name: true } } as const;
const withPeople = {
  rating: true,
  revision: { select: { number: true, authorId: true, rating: true, sentence: true } },
  member: people,
  askedBy: people,
  adjudicatedBy: people,
} as const;

/** The requests for a second verdict on a claim, the latest first. */
export async function secondsOf(tx: Tx, deskId: string, claimId: string) {
  return await tx.secondVerdict.findMany({
    where: { deskId, claimId },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    take: 50,
    include: withPeople,
  });
}

export type StoredSecond = Awaited<ReturnType<typeof secondsOf>>[number];

export async function secondById(tx: Tx, deskId: string, id: string): Promise<StoredSecond | null> {
  return await tx.secondVerdict.findUnique({ where: { deskId_id: { deskId, id } }, include: withPeople });
}

type NewSecond = {
  deskId: string;
  id: string;
  claimId: string;
  revisionId: string;
  memberId: string;
  askedById: string;
  now: Date;
};

/** The database refuses a contributor here, whatever the caller checked. */
export async function insertSecond(tx: Tx, { now, ...row }: NewSecond): Promise<void> {
  await tx.secondVerdict.create({ data: { ...row, askedAt: now } });
}

type Key = { readonly deskId: string; readonly id: string };
type Given = {
  ratingId: string;
  sentence: string;
  rationale: string;
  asOf: string;
  basisDigest: string;
  agrees: boolean;
};

/** A second verdict is given once; the database lets nothing of it be changed afterwards. */
export async function saveGiven(tx: Tx, key: Key, given: Given, now: Date): Promise<void> {
  await tx.secondVerdict.update({ where: { deskId_id: key }, data: { ...given, givenAt: now } });
}

export async function cancelRequest(tx: Tx, key: Key, now: Date): Promise<void> {
  await tx.secondVerdict.update({ where: { deskId_id: key }, data: { cancelledAt: now } });
}

type Settled = { outcome: Adjudication; adjudication: string; adjudicatedById: string };

export async function saveAdjudication(tx: Tx, key: Key, settled: Settled, now: Date): Promise<void> {
  await tx.secondVerdict.update({ where: { deskId_id: key }, data: { ...settled, adjudicatedAt: now } });
}

/** The second verdicts given in `[from, until)`, the latest first, with the first ones, at most `take`. */
export async function secondsGiven(tx: Tx, deskId: string, range: { from: Date; until: Date; take: number }) {
  return await tx.secondVerdict.findMany({
    where: { deskId, givenAt: { gte: range.from, lt: range.until } },
    orderBy: [{ givenAt: "desc" }, { id: "desc" }],
    take: range.take,
    include: {
      ...withPeople,
      revision: { include: { rating: true, author: people } },
      claim: { select: { number: true, statement: true, articleId: true, article: { select: { title: true } } } },
    },
  });
}
