import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { runSql } from "#tests/support/cluster.ts";
import { waysToContribute } from "#tests/support/contributors.ts";
import { addEvidence, decide, good, makeDesk, propose, proposedClaim } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const insertReview = `INSERT INTO "Review" ("deskId", id, "claimId", "revisionId", "reviewerId", decision, "createdAt")
  VALUES ($1, $2, $3, $4, $5, 'approve', now())`;
const denied = "42501";

describe("through SQL, with the application's role", () => {
  test.each(Object.entries(waysToContribute))("whoever %s cannot review", async (_, contribute) => {
    for (const who of ["editor", "admin"]) {
      const desk = await makeDesk(fresh.db);
      const { claimId, revisionId } = await contribute(desk, who);
      const { memberId } = desk.as(who).actor;
      expect(await fresh.sql(insertReview, [desk.deskId, randomUUID(), claimId, revisionId, memberId])).toBe("ST001");
    }
  });

  test("a colleague can, and a viewer or an outdated revision cannot", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId, revisionId } = await proposedClaim(desk);
    const vote = (name: string, revision: string) =>
      fresh.sql(insertReview, [desk.deskId, randomUUID(), claimId, revision, desk.as(name).actor.memberId]);
    expect(await vote("viewer", revisionId)).toBe("ST002");
    const next = await propose(desk.as("checker"), claimId);
    expect(await vote("editor", revisionId)).toBe("ST002");
    expect(await vote("editor", next)).toBe("ok");
  });

  test("authorship cannot be rewritten, invented or thrown away", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId } = await proposedClaim(desk);
    const { memberId } = desk.as("editor").actor;
    expect(await fresh.sql(`DELETE FROM "Contribution" WHERE "claimId" = $1`, [claimId])).toBe(denied);
    expect(await fresh.sql(`UPDATE "Contribution" SET "memberId" = $1 WHERE "claimId" = $2`, [memberId, claimId])).toBe(
      denied,
    );
    expect(await fresh.sql(`TRUNCATE "Contribution"`)).toBe(denied);
    expect(await fresh.sql(`ALTER TABLE "Review" DISABLE TRIGGER ALL`)).toBe(denied);
    expect(await fresh.sql(`DROP TRIGGER before_insert ON "Review"`)).toBe(denied);
    expect(await fresh.sql(`UPDATE "Evidence" SET "linkedById" = $1 WHERE "claimId" = $2`, [memberId, claimId])).toBe(
      "ST003",
    );
    expect(await fresh.sql(`UPDATE "Claim" SET "createdById" = $1 WHERE id = $2`, [memberId, claimId])).toBe("ST003");
    expect(await fresh.sql(`SET session_replication_role = replica`)).toBe(denied);
  });

  test("nothing is approved without its approvals", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId } = await proposedClaim(desk);
    expect(await fresh.sql(`UPDATE "Claim" SET state = 'approved' WHERE id = $1`, [claimId])).toBe("ST004");
    good(await decide(desk.as("editor"), claimId, "approve"));
    await addEvidence(desk.as("checker"), claimId, "New");
    expect(
      await fresh.sql(
        `UPDATE "Claim" SET state = 'approved', "staleReason" = NULL, "staleSince" = NULL WHERE id = $1`,
        [claimId],
      ),
    ).toBe("ST004");
  });

  test("a verdict that went stale stands again only by a new revision", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId } = await proposedClaim(desk);
    good(await decide(desk.as("editor"), claimId, "approve"));
    await addEvidence(desk.as("checker"), claimId, "New");
    for (const state of ["proposed", "progress"]) {
      const back = `UPDATE "Claim" SET state = $2::"ClaimState", "staleReason" = NULL, "staleSince" = NULL, "lapsedRevision" = 0 WHERE id = $1`;
      expect(await fresh.sql(back, [claimId, state])).toBe(state === "proposed" ? "ST004" : "ok");
    }
    expect(await fresh.sql(`UPDATE "Claim" SET state = 'proposed' WHERE id = $1`, [claimId])).toBe("ST004");
    await propose(desk.as("checker"), claimId);
    expect(good(await claimPage(desk.as("viewer"), claimId)).state).toBe("proposed");
  });

  test("an edit and a new state in one statement is stale all the same", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId } = await proposedClaim(desk);
    good(await decide(desk.as("editor"), claimId, "approve"));
    const both = `UPDATE "Claim" SET statement = 'other', state = 'published' WHERE id = $1`;
    expect(["ok", "ST004"]).toContain(await fresh.sql(both, [claimId]));
    expect(["stale", "approved"]).toContain(good(await claimPage(desk.as("viewer"), claimId)).state);
    const { state, fields } = good(await claimPage(desk.as("viewer"), claimId));
    expect(state === "stale" || fields.statement !== "other").toBe(true);
  });

  test("an edit outside the application makes a verdict stale and its editor a contributor", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId, evidenceId } = await proposedClaim(desk);
    good(await decide(desk.as("editor"), claimId, "approve"));
    const { memberId } = desk.as("second-editor").actor;
    expect(
      await fresh.sql(`UPDATE "Evidence" SET passage = 'other', "editedById" = $1 WHERE id = $2`, [
        memberId,
        evidenceId,
      ]),
    ).toBe("ok");
    const claim = good(await claimPage(desk.as("viewer"), claimId));
    expect(claim).toMatchObject({ state: "stale", staleReason: "evidence" });
    expect(claim.contributors.map((contributor) => contributor.name)).toContain("second-editor");
  });

  test("a temporary table cannot be made, and would not be read in the place of a real one", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId, revisionId } = await proposedClaim(desk);
    const { memberId } = desk.as("checker").actor;
    const tables = ["Contribution", "Desk", "VerdictRevision", "Claim"];
    const make = (table: string) => fresh.sql(`CREATE TEMP TABLE "${table}" (LIKE public."${table}")`);
    for (const table of tables) expect(await make(table), table).toBe(denied);
    const { pathname } = new URL(fresh.ownerUrl);
    await runSql(fresh.ownerUrl, `GRANT TEMPORARY ON DATABASE ${pathname.slice(1)} TO PUBLIC`);
    for (const table of tables) expect(await make(table), table).toBe("ok");
    const vote = [desk.deskId, randomUUID(), claimId, revisionId, memberId];
    expect(await fresh.sql(insertReview, vote)).toBe("ST001");
    expect(await fresh.sql(`UPDATE public."Claim" SET state = 'approved' WHERE id = $1`, [claimId])).toBe("ST004");
    for (const table of tables) await fresh.sql(`DROP TABLE pg_temp."${table}"`);
    await runSql(fresh.ownerUrl, `REVOKE TEMPORARY ON DATABASE ${pathname.slice(1)} FROM PUBLIC`);
  });

  test("a verdict that stood and fell does not stand again on its old votes, whatever way it took", async () => {
    for (const way of ["progress", "returned", "open"]) {
      const desk = await makeDesk(fresh.db);
      const { claimId } = await proposedClaim(desk);
      good(await decide(desk.as("editor"), claimId, "approve"));
      const to = (state: string) =>
        fresh.sql(`UPDATE "Claim" SET state = $2::"ClaimState" WHERE id = $1`, [claimId, state]);
      expect(await to(way)).toBe("ok");
      expect(await fresh.sql(`UPDATE "Claim" SET statement = 'other words' WHERE id = $1`, [claimId])).toBe("ok");
      expect(await to("proposed")).toBe("ST004");
      expect(await to("approved")).toBe("ST004");
    }
  });

  test("a placement keeps its claim, and is moved only by somebody who is a contributor then", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId, article } = await proposedClaim(desk);
    const other = await proposedClaim(desk, article, "212 passengers");
    good(await decide(desk.as("editor"), claimId, "approve"));
    const move = (change: string, values: unknown[] = []) =>
      fresh.sql(`UPDATE "Placement" SET ${change} WHERE "claimId" = $1`, [claimId, ...values]);
    expect(await move(`"versionId" = gen_random_uuid()`)).not.toBe("ok");
    expect(await move(`"claimId" = $2`, [other.claimId])).not.toBe("ok");
    expect(await move(`start = start + 1, "placedById" = NULL`)).toBe("ST003");
    expect(await move("active = false")).toBe("ok");
    expect(good(await claimPage(desk.as("viewer"), claimId)).state).toBe("stale");
  });

  test("the record takes only entries that say what their columns say", async () => {
    const desk = await makeDesk(fresh.db);
    const append = `SELECT append_audit($1, $2, $3, now(), NULL, 'claim.mark', $1, NULL, NULL, '', '{}')`;
    expect(await fresh.sql(append, [desk.deskId, "not json ", "tail"])).not.toBe("ok");
    expect(await fresh.sql(append, [desk.deskId, '{"desk":"x","seq":', "}"])).not.toBe("ok");
  });

  test("versions, revisions and the record are never changed or removed", async () => {
    const desk = await makeDesk(fresh.db);
    await proposedClaim(desk);
    for (const table of [
      "ArticleVersion",
      "VerdictRevision",
      "Review",
      "AuditEntry",
      "AuditHead",
      "AuditDetail",
      "Edition",
    ]) {
      expect(await fresh.sql(`DELETE FROM "${table}"`), table).toBe(denied);
    }
    expect(await fresh.sql(`UPDATE "ArticleVersion" SET text = 'x'`)).toBe(denied);
    expect(await fresh.sql(`UPDATE "AuditEntry" SET action = 'x'`)).toBe(denied);
    expect(await fresh.sql(`INSERT INTO "AuditHead" VALUES (gen_random_uuid(), 0, '')`)).toBe(denied);
    expect(await fresh.sql(`CREATE TABLE mine (id int)`)).toBe(denied);
    expect((await verifyAudit(fresh.db, desk.deskId)).problems).toEqual([]);
  });
});
