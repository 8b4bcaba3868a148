import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { claimsToRelate } from "#lib/server/queries/claims-to-relate.ts";
import { sameClaims } from "#lib/server/queries/same-claims.ts";
import { endRelation } from "#lib/server/use-cases/end-relation.ts";
import { mergeClaims } from "#lib/server/use-cases/merge-claims.ts";
import { relateClaims } from "#lib/server/use-cases/relate-claims.ts";
import { reviewPlaces } from "#lib/server/use-cases/review-places.ts";
import { shareVerdict } from "#lib/server/use-cases/share-verdict.ts";
import { splitClaim } from "#lib/server/use-cases/split-claim.ts";
import { good, makeArticle, makeDesk, proposedClaim, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let desk: TestDesk;
let other: TestDesk;
let theirs: Awaited<ReturnType<typeof proposedClaim>>;
let own: Awaited<ReturnType<typeof proposedClaim>>;

beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
  other = await makeDesk(fresh.db);
  theirs = await proposedClaim(desk, await makeArticle(desk.as("checker")));
  own = await proposedClaim(other);
});
afterAll(() => fresh.close());

test("another desk's claims, relations and verdicts are not there", async () => {
  const admin = other.as("admin");
  const words = { start: 0, end: 9, statement: "Mine.", oldStart: null, oldEnd: null, oldStatement: "" };
  const split = { ...words, versionId: theirs.article.version.id, rowVersion: 1, copiedIds: [], movedIds: [] };
  expect(refusal(await splitClaim(admin, { id: uuidv7(), claimId: theirs.claimId, ...split }))).toBe("not-found");
  expect(refusal(await splitClaim(admin, { id: uuidv7(), claimId: own.claimId, ...split }))).not.toBe("ok");
  const pairs = [
    { claimId: theirs.claimId, otherId: own.claimId },
    { claimId: own.claimId, otherId: theirs.claimId },
  ];
  for (const pair of pairs) {
    const merging = { id: uuidv7(), ...pair, rowVersion: 1, widen: false };
    expect(refusal(await mergeClaims(admin, merging))).toBe("not-found");
    expect(refusal(await relateClaims(admin, { id: uuidv7(), ...pair }))).toBe("not-found");
  }
  const second = await proposedClaim(desk, theirs.article, "two boats");
  const relation = { id: uuidv7(), claimId: second.claimId, otherId: theirs.claimId };
  good(await relateClaims(desk.as("checker"), relation));
  for (const claimId of [second.claimId, own.claimId]) {
    expect(refusal(await endRelation(admin, { id: relation.id, claimId }))).toBe("not-found");
  }
  const sharing = { id: uuidv7(), claimId: second.claimId, rowVersion: 1 };
  expect(refusal(await shareVerdict(admin, sharing))).toBe("not-found");
  const places = { id: uuidv7(), claimId: theirs.claimId, revisionId: theirs.revisionId, comment: "" };
  expect(refusal(await reviewPlaces(admin, places))).toBe("not-found");
  const mixed = { ...places, claimId: own.claimId };
  expect(refusal(await reviewPlaces(other.as("editor"), mixed))).toBe("not-under-review");
  expect(await fresh.db.claimRelation.count({ where: { deskId: other.deskId } })).toBe(0);
});

test("its claims are found by nobody else", async () => {
  const checker = other.as("checker");
  expect(refusal(await sameClaims(checker, theirs.claimId))).toBe("not-found");
  const asked = { claimId: theirs.claimId, words: "", where: "desk" } as const;
  expect(refusal(await claimsToRelate(checker, asked))).toBe("not-found");
  expect(good(await sameClaims(checker, own.claimId))).toEqual([]);
  expect(good(await claimsToRelate(checker, { ...asked, claimId: own.claimId, words: "article says" }))).toEqual([]);
});

test("a relation does not reach across desks, through SQL", async () => {
  const insert = `INSERT INTO "ClaimRelation" ("deskId", id, kind, "claimId", "otherId", "createdById", "createdAt")
    VALUES ($1, $2, 'same', $3, $4, $5, now())`;
  const { memberId } = other.as("checker").actor;
  expect(await fresh.sql(insert, [other.deskId, uuidv7(), own.claimId, theirs.claimId, memberId])).toBe("23503");
});
