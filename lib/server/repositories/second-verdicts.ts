import "server-only";
import type { Adjudication } from "#lib/domain/second.ts";
import type { Tx } from "#lib/server/db/client.ts";

type Person = { readonly deskId: string; readonly memberId: string };

/**
 * The claims of which this member has been asked for a second verdict and has not given it, and those that share words or
 * a verdict with them: until then nothing may tell them what the first one says, nor anybody's decision on it.
 */
export async function blindClaims(tx: Tx, { deskId, memberId }: Person): Promise<ReadonlySet<string>> {
  const rows = await tx.secondVerdict.findMany({
    where: { deskId, memberId, givenAt: null, cancelledAt: null },
    select: { claimId: true },
  });
  return rows.length === 0 ? new Set() : await related(tx, deskId, [...rows.map((row) => row.claimId)]);
}

/** These claims and whatever they were split from, merged with, are the same as, or share a verdict with. */
async function related(tx: Tx, deskId: string, claimIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE reached (id) AS (
      SELECT unnest(${claimIds}::uuid[])
      UNION
      SELECT n.id FROM reached, LATERAL (
        SELECT "otherId" AS id FROM "ClaimRelation" WHERE "deskId" = ${deskId}::uuid AND "claimId" = reached.id
        UNION ALL SELECT "claimId" FROM "ClaimRelation" WHERE "deskId" = ${deskId}::uuid AND "otherId" = reached.id
        UNION ALL SELECT f."claimId" FROM "VerdictRevision" r
          JOIN "VerdictRevision" f ON f."deskId" = r."deskId" AND f.id = r."sharedFromId"
          WHERE r."deskId" = ${deskId}::uuid AND r."claimId" = reached.id) n
    )
    SELECT id::text FROM reached`;
  return new Set(rows.map((row) => row.id));
}

/** Whether this claim is one of them. Ask with the claim locked: nobody is asked while it is. */
export async function isBlindOn(tx: Tx, person: Person, claimId: string): Promise<boolean> {
  return (await blindClaims(tx, person)).has(claimId);
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
