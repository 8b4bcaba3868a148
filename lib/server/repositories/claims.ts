import "server-only";
import type { ClaimFields, ClaimState, Priority, StaleReason } from "#lib/domain/claim.ts";
import type { ContributionKind, Contributor } from "#lib/domain/review.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { Prisma } from "#lib/server/db/generated/client.ts";

export async function claimById(tx: Tx, deskId: string, id: string) {
  return await tx.claim.findUnique({ where: { deskId_id: { deskId, id } } });
}

/** These claims of the desk, by number. */
export async function claimsByIds(tx: Tx, deskId: string, ids: readonly string[]): Promise<StoredClaim[]> {
  return await tx.claim.findMany({ where: { deskId, id: { in: [...ids] } }, orderBy: { number: "asc" } });
}

export type StoredClaim = NonNullable<Awaited<ReturnType<typeof claimById>>>;

/** Loads a claim and holds it until the transaction ends, so that changes of one claim take turns. */
export async function lockClaim(tx: Tx, deskId: string, id: string): Promise<StoredClaim | null> {
  // One statement: whoever waits for the lock is given the row as the other left it.
  const [claim] = await tx.$queryRaw<StoredClaim[]>`
    SELECT * FROM "Claim" WHERE "deskId" = ${deskId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return claim ?? null;
}

/** Loads claims and holds them, in the order of their ids, so that two changes of the same claims take turns. */
export async function lockClaims(
  tx: Tx,
  deskId: string,
  of: { readonly articleId: string } | { readonly ids: readonly string[] },
): Promise<StoredClaim[]> {
  if ("articleId" in of) {
    await tx.$queryRaw`
      SELECT 1 FROM "Claim" WHERE "deskId" = ${deskId}::uuid AND "articleId" = ${of.articleId}::uuid ORDER BY id FOR UPDATE`;
    return await tx.claim.findMany({ where: { deskId, articleId: of.articleId }, orderBy: { number: "asc" } });
  }
  await tx.$queryRaw`
    SELECT 1 FROM "Claim" WHERE "deskId" = ${deskId}::uuid AND id = ANY(${of.ids}::uuid[]) ORDER BY id FOR UPDATE`;
  return await claimsByIds(tx, deskId, of.ids);
}

type NewClaim = {
  deskId: string;
  id: string;
  articleId: string;
  number: number;
  memberId: string;
  versionId: string;
  start: number;
  end: number;
  quote: string;
  now: Date;
};

/** A claim with its placement on the span that somebody chose. */
export async function insertClaim(tx: Tx, claim: NewClaim): Promise<void> {
  const { deskId, id, memberId, now } = claim;
  await tx.claim.create({
    data: {
      deskId,
      id,
      articleId: claim.articleId,
      number: claim.number,
      createdById: memberId,
      editedById: memberId,
      createdAt: now,
      updatedAt: now,
    },
  });
  await tx.placement.create({
    data: {
      deskId,
      claimId: id,
      versionId: claim.versionId,
      kind: "exact",
      start: claim.start,
      end: claim.end,
      quote: claim.quote,
      placedById: memberId,
      placedAt: now,
    },
  });
}

type ClaimChange = Partial<ClaimFields> & {
  state?: ClaimState;
  staleReason?: null;
  staleSince?: null;
  withdrawnReason?: string | null;
  assigneeId?: string | null;
  dueAt?: Date | null;
  priority?: Priority;
  editedById?: string;
};

/** What of a claim a save replaces: its statement, its assignment, its words in the text, or only its state. */
type ClaimPart = "words" | "plan" | "place" | "state";

type ClaimRow = ClaimChange & {
  updatedAt: Date;
  rowVersion: number;
  wordsVersion?: number;
  planVersion?: number;
  basisVersion?: number;
};

/** What a save may set, and as which type. */
const columns: ReadonlyMap<string, string> = new Map<keyof ClaimRow, string>([
  ["statement", "text"],
  ["claimant", "text"],
  ["saidOn", "text"],
  ["saidIn", "text"],
  ["state", '"ClaimState"'],
  ["staleReason", '"StaleReason"'],
  ["staleSince", "timestamptz"],
  ["withdrawnReason", "text"],
  ["assigneeId", "uuid"],
  ["dueAt", "timestamptz"],
  ["priority", '"Priority"'],
  ["editedById", "uuid"],
  ["updatedAt", "timestamptz"],
  ["rowVersion", "int"],
  ["wordsVersion", "int"],
  ["planVersion", "int"],
  ["basisVersion", "int"],
]);

/** Saves a claim that the caller has locked and compared. */
export async function saveClaim(
  tx: Tx,
  claim: { deskId: string; id: string; rowVersion: number },
  part: ClaimPart,
  change: ClaimChange & { updatedAt: Date },
): Promise<void> {
  const rowVersion = claim.rowVersion + 1;
  const marks = {
    words: { wordsVersion: rowVersion, basisVersion: rowVersion },
    plan: { planVersion: rowVersion },
    place: { basisVersion: rowVersion },
    state: {},
  }[part];
  const row: ClaimRow = { ...change, ...marks, rowVersion };
  const sets = Object.entries(row).flatMap(([column, value]) => {
    const type = columns.get(column);
    if (type === undefined) throw new TypeError(`A claim is not saved with its ${column}.`);
    return value === undefined ? [] : [Prisma.sql`${Prisma.raw(`"${column}"`)} = ${value}::${Prisma.raw(type)}`];
  });
  const count = await tx.$executeRaw`
    UPDATE "Claim" SET ${Prisma.join(sets)}
    WHERE "deskId" = ${claim.deskId}::uuid AND id = ${claim.id}::uuid AND "rowVersion" = ${claim.rowVersion}`;
  if (count !== 1) throw new Error("A claim changed although it was locked.");
}

/** Notes on a locked claim that its evidence changed, and takes it out of `open`. */
export async function noteBasisChange(tx: Tx, deskId: string, id: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Claim" SET "rowVersion" = "rowVersion" + 1, "basisVersion" = "rowVersion" + 1, "updatedAt" = ${now}::timestamptz,
      state = CASE WHEN state = 'open' THEN 'progress' ELSE state END
    WHERE "deskId" = ${deskId}::uuid AND id = ${id}::uuid`;
}

/** Notes on locked claims, in one statement, that what their verdicts rest on changed. */
export async function noteBasisChanges(tx: Tx, deskId: string, ids: readonly string[], now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Claim" SET "rowVersion" = "rowVersion" + 1, "basisVersion" = "rowVersion" + 1, "updatedAt" = ${now}::timestamptz
    WHERE "deskId" = ${deskId}::uuid AND id = ANY(${ids}::uuid[])`;
}

type Lapse = { readonly claimId: string; readonly reason: StaleReason };

/** Makes the standing verdicts of locked claims stale, in one statement. */
export async function makeStale(tx: Tx, deskId: string, lapses: readonly Lapse[], now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Claim" c SET state = 'stale', "staleReason" = l.reason::"StaleReason", "staleSince" = ${now}::timestamptz
    FROM unnest(${lapses.map((lapse) => lapse.claimId)}::uuid[], ${lapses.map((lapse) => lapse.reason)}::text[]) AS l(id, reason)
    WHERE c."deskId" = ${deskId}::uuid AND c.id = l.id AND c.state IN ('proposed', 'approved', 'published')`;
}

type Withdrawal = { readonly ids: readonly string[]; readonly reason: string };

/** Withdraws locked claims, in one statement. */
export async function withdrawAll(tx: Tx, deskId: string, { ids, reason }: Withdrawal, now: Date): Promise<void> {
  await tx.claim.updateMany({
    where: { deskId, id: { in: [...ids] } },
    data: {
      state: "withdrawn",
      withdrawnReason: reason,
      staleReason: null,
      staleSince: null,
      rowVersion: { increment: 1 },
      updatedAt: now,
    },
  });
}

/** Claims of an article with their place in a version, in the order of the text. */
export async function claimsOfVersion(tx: Tx, deskId: string, versionId: string) {
  return await tx.placement.findMany({
    where: { deskId, versionId },
    orderBy: [{ start: "asc" }, { end: "desc" }],
    include: {
      claim: {
        include: {
          revisions: { orderBy: { number: "desc" }, take: 1, include: { rating: true } },
          reviews: { orderBy: { createdAt: "desc" }, take: 1, include: { reviewer: { select: { name: true } } } },
        },
      },
    },
  });
}

/** The claims before and after a claim in the order of the text, withdrawn ones passed over. */
export async function neighboursOf(
  tx: Tx,
  deskId: string,
  place: { versionId: string; claimId: string },
): Promise<{ previousId: string | null; nextId: string | null }> {
  const [row] = await tx.$queryRaw<{ previousId: string | null; nextId: string | null }[]>`
    SELECT "previousId", "nextId" FROM (
      SELECT p."claimId", lag(p."claimId") OVER text AS "previousId", lead(p."claimId") OVER text AS "nextId"
      FROM "Placement" p
      WHERE p."deskId" = ${deskId}::uuid AND p."versionId" = ${place.versionId}::uuid
        AND (p.active OR p."claimId" = ${place.claimId}::uuid)
      WINDOW text AS (ORDER BY p.start, p."end" DESC, p."claimId")
    ) places WHERE "claimId" = ${place.claimId}::uuid`;
  return row ?? { previousId: null, nextId: null };
}

type ContributionRow = { memberId: string; name: string; kind: ContributionKind };

/** Everyone who may not review the claim's verdict, with what they did; the database's trigger asks the same. */
export async function contributorsOf(tx: Tx, deskId: string, claimId: string): Promise<Contributor[]> {
  const rows = await tx.$queryRaw<ContributionRow[]>`
    SELECT c."memberId", m.name, c.kind::text AS kind FROM contributors_of(${deskId}::uuid, ${claimId}::uuid) c
    JOIN "Member" m ON m."deskId" = ${deskId}::uuid AND m.id = c."memberId"
    GROUP BY c."memberId", m.name, c.kind ORDER BY min(c.at)`;
  const contributors = new Map<string, Contributor>();
  for (const row of rows) {
    const kinds = contributors.get(row.memberId)?.kinds ?? [];
    contributors.set(row.memberId, { memberId: row.memberId, name: row.name, kinds: [...kinds, row.kind] });
  }
  return [...contributors.values()];
}
