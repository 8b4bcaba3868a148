import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { good, makeClaim, proposedClaim, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { invited } from "#tests/support/outsiders.ts";
import { askedSecond, tryToGive } from "#tests/support/seconds.ts";
import { begin } from "#tests/support/threads.ts";
import { votingDesk } from "#tests/support/votes.ts";

// What the application's role is refused when it goes round the application.

let fresh: Fresh;
let desk: TestDesk;
let made: Awaited<ReturnType<typeof proposedClaim>>;
beforeAll(async () => {
  fresh = await freshDatabase();
});
beforeEach(async () => {
  desk = await votingDesk(fresh.db, 2, 3);
  made = await proposedClaim(desk);
});
afterAll(() => fresh.close());

const member = (who: string) => desk.as(who).actor.memberId;

function vote(memberId: string, decision = "approve", revisionId = made.revisionId): Promise<string> {
  return fresh.sql(
    `INSERT INTO "Review" ("deskId", id, "claimId", "revisionId", "reviewerId", decision, comment, "createdAt")
     VALUES ($1, $2, $3, $4, $5, $6::"Decision", 'x', now())`,
    [desk.deskId, uuidv7(), made.claimId, revisionId, memberId, decision],
  );
}

const merged = (otherId: string) =>
  fresh.sql(
    `INSERT INTO "ClaimRelation" ("deskId", id, kind, "claimId", "otherId", "createdById", "createdAt")
     VALUES ($1, $2, 'merge', $3, $4, $5, now())`,
    [desk.deskId, uuidv7(), made.claimId, otherId, member("admin")],
  );

const state = (to: string) =>
  fresh.sql(`UPDATE "Claim" SET state = $1::"ClaimState" WHERE id = $2`, [to, made.claimId]);

test("a vote of the author, of whoever may not review, of an expert from outside, or twice", async () => {
  expect(await vote(member("checker"))).toBe("ST001");
  expect(await vote(member("viewer"))).toBe("ST002");
  expect(await vote(member("second-checker"))).toBe("ST002");
  const expert = await invited(desk, made.claimId, "expert");
  expect(await vote(expert.as.actor.memberId)).toBe("ST002");
  expect(await vote(member("editor"))).toBe("ok");
  expect(await vote(member("editor"))).toBe("23505");
  expect(await vote(member("editor"), "return")).toBe("23505");
  expect(await state("approved")).toBe("ST004");
  expect(await vote(member("second-editor"))).toBe("ok");
  expect(await state("approved")).toBe("ok");
});

test("a vote of somebody who left, or whose second verdict is owed", async () => {
  const away = [member("editor")];
  expect(await fresh.sql('UPDATE "Member" SET "leftAt" = now() WHERE id = $1', away)).toBe("ok");
  expect(await vote(member("editor"))).toBe("ST002");
  await askedSecond(desk, made.claimId, "second-editor", "admin");
  expect(await vote(member("second-editor"))).toBe("ST002");
});

test("a quorum of nobody, and contributions that the application writes or takes away itself", async () => {
  const { deskId } = desk;
  expect(await fresh.sql('UPDATE "Desk" SET "approvalsNeeded" = 0 WHERE id = $1', [deskId])).toBe("23514");
  expect(await fresh.sql('UPDATE "Desk" SET voters = 1 WHERE id = $1', [deskId])).toBe("23514");
  for (const statement of [
    'DELETE FROM "Contribution"',
    'UPDATE "Contribution" SET kind = $$wording$$',
    'INSERT INTO "Contribution" SELECT * FROM "Contribution"',
    'SELECT contribute_from("deskId", id, id, id) FROM "Claim"',
    'DELETE FROM "ClaimRelation"',
    'DELETE FROM "SecondVerdict"',
    'UPDATE "Message" SET text = $$x$$',
    'ALTER TABLE "Review" DISABLE TRIGGER ALL',
    "SET session_replication_role = replica",
  ]) {
    expect(await fresh.sql(statement), statement).toBe("42501");
  }
});

test("a second verdict of a contributor, one that is given at once, and one that is given anew", async () => {
  const second = (who: string, extra = "", values = "") =>
    fresh.sql(
      `INSERT INTO "SecondVerdict" ("deskId", id, "claimId", "revisionId", "memberId", "askedById", "askedAt"${extra})
       VALUES ($1, $2, $3, $4, $5, $6, now()${values})`,
      [desk.deskId, uuidv7(), made.claimId, made.revisionId, member(who), member("editor")],
    );
  expect(await second("checker")).toBe("ST001");
  const { ratingId } = await fresh.db.verdictRevision.findFirstOrThrow({ where: { id: made.revisionId } });
  const given = ', "ratingId", rationale, "givenAt", agrees';
  expect(await second("second-checker", given, `, '${ratingId}', 'x', now(), true`)).toBe("ST002");
  const id = await askedSecond(desk, made.claimId, "second-checker");
  expect(await second("second-editor")).toBe("23505");
  good(await tryToGive(desk, { id, claimId: made.claimId }, "second-checker"));
  for (const change of ["rationale = 'y'", "agrees = NOT agrees", '"givenAt" = now()', '"memberId" = "askedById"']) {
    expect(await fresh.sql(`UPDATE "SecondVerdict" SET ${change} WHERE id = $1`, [id]), change).toBe("ST003");
  }
});

test("a second verdict of somebody who is a contributor by now; the request can still be taken back", async () => {
  const id = await askedSecond(desk, made.claimId, "second-checker");
  const other = await makeClaim(desk.as("second-checker"), made.article, "They carried 212 passengers");
  expect(await merged(other.id)).toBe("ok");
  const { ratingId } = await fresh.db.verdictRevision.findFirstOrThrow({ where: { id: made.revisionId } });
  const giving = `UPDATE "SecondVerdict" SET "ratingId" = $2, rationale = 'x', "givenAt" = now(), agrees = true WHERE id = $1`;
  expect(await fresh.sql(giving, [id, ratingId])).toBe("ST001");
  expect(await fresh.sql('UPDATE "SecondVerdict" SET "cancelledAt" = now() WHERE id = $1', [id])).toBe("ok");
});

test("who worked on a claim goes along with it, whatever way the relation is written", async () => {
  const other = await makeClaim(desk.as("second-editor"), made.article, "They carried 212 passengers");
  expect(await merged(other.id)).toBe("ok");
  expect(await vote(member("second-editor"))).toBe("ST001");
  expect(await fresh.sql('UPDATE "ClaimRelation" SET "endedAt" = now()')).toBe("ST003");
  await begin(desk.as("editor"), { claimId: made.claimId });
  expect(await fresh.sql('UPDATE "Message" SET "removedAt" = now()')).toBe("ok");
});
