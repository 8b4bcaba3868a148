import "server-only";
import { notBefore } from "#lib/domain/not-before.ts";
import type { Decision, Suggestion } from "#lib/domain/review.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { newestAnswers } from "#lib/server/repositories/suggested-wordings.ts";

const withReviews = {
  rating: true,
  author: { select: { id: true, name: true } },
  reviews: { orderBy: { createdAt: "asc" }, include: { reviewer: { select: { id: true, name: true } } } },
  wordingAnswers: { ...newestAnswers, take: 1 },
} as const;

/** The revisions of a claim's verdict, newest first. */
export async function revisionsOf(tx: Tx, deskId: string, claimId: string) {
  return await tx.verdictRevision.findMany({
    where: { deskId, claimId },
    orderBy: { number: "desc" },
    take: 50,
    include: withReviews,
  });
}

export type StoredRevision = Awaited<ReturnType<typeof revisionsOf>>[number];

/** The newest revision of a claim's verdict, with its votes; null before the first. */
export async function newestRevision(tx: Tx, deskId: string, claimId: string): Promise<StoredRevision | null> {
  return await tx.verdictRevision.findFirst({
    where: { deskId, claimId },
    orderBy: { number: "desc" },
    include: withReviews,
  });
}

export async function revisionById(tx: Tx, deskId: string, id: string) {
  return await tx.verdictRevision.findUnique({ where: { deskId_id: { deskId, id } }, include: { rating: true } });
}

/** The newest revision of a claim's verdict, without its votes; null before the first. */
export async function latestRevision(tx: Tx, deskId: string, claimId: string) {
  return await tx.verdictRevision.findFirst({
    where: { deskId, claimId },
    orderBy: { number: "desc" },
    select: { id: true, number: true, rationale: true },
  });
}

/** The digest of the basis that each claim's latest revision was given on, with that revision's id; by claim. */
export async function latestBases(
  tx: Tx,
  deskId: string,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly revisionId: string; readonly basisDigest: string }>> {
  const rows = await tx.$queryRaw<{ claimId: string; revisionId: string; basisDigest: string }[]>`
    SELECT DISTINCT ON ("claimId") "claimId", id AS "revisionId", "basisDigest" FROM "VerdictRevision"
    WHERE "deskId" = ${deskId}::uuid AND "claimId" = ANY(${claimIds}::uuid[]) ORDER BY "claimId", number DESC`;
  return new Map(rows.map((row) => [row.claimId, row]));
}

/** The newest revision of each of these claims' verdicts, without its basis; by claim. */
export async function presentRevisions(tx: Tx, deskId: string, claimIds: readonly string[]) {
  const ids = [...(await latestBases(tx, deskId, claimIds)).values()].map((latest) => latest.revisionId);
  const rows = await tx.verdictRevision.findMany({
    where: { deskId, id: { in: ids } },
    omit: { basis: true },
    include: { rating: true },
  });
  return new Map(rows.map((row) => [row.claimId, row]));
}

/** The bases, as they are stored, of these revisions; by revision. */
export async function basesOf(
  tx: Tx,
  deskId: string,
  revisionIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly basis: string }>> {
  const rows = await tx.verdictRevision.findMany({
    where: { deskId, id: { in: [...revisionIds] } },
    select: { id: true, basis: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** What an author says with a revision, and which earlier row it comes from. */
export type RevisionWords = {
  ratingId: string;
  rationale: string;
  asOf: string;
  suggestedWording: string;
  sentence?: string;
  takenFromId?: string | null;
  sharedFromId?: string | null;
  standsFromId?: string | null;
};

type NewRevision = RevisionWords & {
  deskId: string;
  id: string;
  claimId: string;
  versionId: string;
  basis: string;
  basisDigest: string;
  authorId: string;
  now: Date;
};

/** Adds the next revision of a locked claim with the evidence it rests on; its number. */
export async function insertRevision(tx: Tx, revision: NewRevision, evidenceIds: readonly string[]): Promise<number> {
  const { now, ...row } = revision;
  const number = 1 + (await tx.verdictRevision.count({ where: { deskId: row.deskId, claimId: row.claimId } }));
  await tx.verdictRevision.create({ data: { ...row, number, createdAt: now } });
  await tx.revisionEvidence.createMany({
    data: evidenceIds.map((evidenceId) => ({ deskId: row.deskId, revisionId: row.id, evidenceId })),
  });
  return number;
}

type NewReview = {
  deskId: string;
  id: string;
  claimId: string;
  revisionId: string;
  reviewerId: string;
  decision: Decision;
  comment: string;
  suggestion?: Suggestion | null;
  now: Date;
};

/**
 * The database refuses a contributor and an outdated revision here, whatever the caller checked. On a locked claim it
 * stands after the reviews that are there, whatever the clocks of two processes say.
 */
export async function insertReview(tx: Tx, review: NewReview): Promise<void> {
  const { now, suggestion = null, ...row } = review;
  const { deskId, claimId } = row;
  const last = await tx.review.aggregate({ where: { deskId, claimId }, _max: { createdAt: true } });
  const words = suggestion === null ? {} : { suggestion: { ...suggestion } };
  await tx.review.create({ data: { ...row, ...words, createdAt: notBefore(now, last._max.createdAt) } });
}

export async function reviewById(tx: Tx, deskId: string, id: string) {
  return await tx.review.findUnique({ where: { deskId_id: { deskId, id } } });
}

export async function votesOn(tx: Tx, deskId: string, revisionId: string) {
  return await tx.review.findMany({ where: { deskId, revisionId }, select: { decision: true, reviewerId: true } });
}

/** When the claim's latest revision was given; null when there is none. */
export async function latestRevisionAt(tx: Tx, deskId: string, claimId: string): Promise<Date | null> {
  const latest = await tx.verdictRevision.findFirst({
    where: { deskId, claimId },
    orderBy: { number: "desc" },
    select: { createdAt: true },
  });
  return latest?.createdAt ?? null;
}
