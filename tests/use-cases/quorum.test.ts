import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeDesk as changeDeskSchema } from "#lib/schemas/account.ts";
import { reviewVerdict as reviewVerdictSchema } from "#lib/schemas/verdict.ts";
import { articleReport } from "#lib/server/queries/article-report.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { reviewQueue } from "#lib/server/queries/review-queue.ts";
import { changeMember } from "#lib/server/use-cases/change-member.ts";
import { reviewVerdict } from "#lib/server/use-cases/review-verdict.ts";
import { decide, good, propose, proposedClaim, refusal } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { invited } from "#tests/support/outsiders.ts";
import { voteOn, votingDesk } from "#tests/support/votes.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const voters = ["editor", "second-editor", "admin"];

describe("k of n", () => {
  const table: [number, number, string, string][] = [
    [1, 1, "a", "approved"],
    [1, 1, "r", "returned"],
    [2, 2, "a", "proposed"],
    [2, 2, "aa", "approved"],
    [2, 2, "ar", "returned"],
    [2, 2, "r", "returned"],
    [2, 3, "ra", "proposed"],
    [2, 3, "raa", "approved"],
    [2, 3, "ara", "approved"],
    [2, 3, "rr", "returned"],
    [2, 3, "arr", "returned"],
    [1, 3, "a", "approved"],
    [1, 3, "rr", "proposed"],
    [1, 3, "rra", "approved"],
    [1, 3, "rrr", "returned"],
    [3, 3, "aa", "proposed"],
    [3, 3, "aaa", "approved"],
  ];
  test.each(table)("%i of %i, voting %s: %s", async (needed, of, votes, state) => {
    const desk = await votingDesk(fresh.db, needed, of);
    const { claimId, revisionId } = await proposedClaim(desk);
    const cast = voteOn(desk, claimId, revisionId);
    for (const [index, letter] of [...votes].entries()) {
      expect(refusal(await cast(voters[index] ?? "", letter === "a" ? "approve" : "return"))).toBe("ok");
    }
    expect(good(await claimPage(desk.as("viewer"), claimId)).state).toBe(state);
  });

  test("the queue counts votes, and who is left", async () => {
    const desk = await votingDesk(fresh.db, 2, 3);
    const { claimId, revisionId } = await proposedClaim(desk);
    good(await voteOn(desk, claimId, revisionId)("editor", "return"));
    const queue = await reviewQueue(desk.as("second-editor"), { view: "waiting", after: null });
    expect(queue.rows[0]?.reviewer.line).toBe("1 of 3 votes");
    expect(good(await claimPage(desk.as("admin"), claimId)).reviewersLeft).toBe(3);
  });

  test("a desk cannot ask for fewer voters than approvals, nor more than nine", () => {
    const input = { name: "Desk", rowVersion: 1, approvalsNeeded: "3" };
    for (const wrong of ["2", "10", "x"]) {
      const parsed = changeDeskSchema.safeParse({ ...input, voters: wrong });
      expect(parsed.error?.issues[0], wrong).toMatchObject({
        path: ["voters"],
        message: expect.stringMatching(/vote/),
      });
    }
    expect(changeDeskSchema.parse({ ...input, voters: "" }).voters).toBeUndefined();
    expect(changeDeskSchema.parse({ ...input, voters: "5" })).toMatchObject({ approvalsNeeded: 3, voters: 5 });
  });
});

describe("dissent", () => {
  test.each(["yes", "no"] as const)("is kept, and printed when the desk wants: %s", async (printDissent) => {
    const desk = await votingDesk(fresh.db, 2, 3, printDissent);
    const { article, claimId, revisionId } = await proposedClaim(desk);
    const cast = voteOn(desk, claimId, revisionId);
    good(await cast("editor", "return"));
    good(await cast("second-editor", "approve"));
    good(await cast("admin", "approve"));
    const kept = good(await claimPage(desk.as("viewer"), claimId)).revisions[0]?.reviews;
    expect(kept?.find((review) => review.decision === "return")?.comment).toBe("editor says so.");
    const report = good(await articleReport(desk.as("viewer"), article.id));
    const reviews = report.claims[0]?.verdict?.reviews ?? [];
    const dissent = reviews.filter((review) => review.decision === "dissent");
    expect(dissent).toMatchObject(printDissent === "yes" ? [{ name: "editor", comment: "editor says so." }] : []);
    expect(reviews.map((review) => review.decision)).not.toContain("return");
    expect(report.people.reviewedBy.includes("editor")).toBe(printDissent === "yes");
  });

  test("needs its reason", () => {
    const input = { id: uuidv7(), claimId: uuidv7(), revisionId: uuidv7(), decision: "return", comment: " " };
    expect(reviewVerdictSchema.safeParse(input).error?.issues[0]?.path).toEqual(["comment"]);
  });
});

describe("a vote that does not count", () => {
  test("on an outdated revision, late, twice, and a second different one", async () => {
    const desk = await votingDesk(fresh.db, 2, 3);
    const { claimId, revisionId } = await proposedClaim(desk);
    const next = await propose(desk.as("checker"), claimId, "False");
    expect(refusal(await voteOn(desk, claimId, revisionId)("editor", "approve"))).toBe("revision-outdated");
    const cast = voteOn(desk, claimId, next);
    const sent = { id: uuidv7(), claimId, revisionId: next, decision: "approve" as const, comment: "" };
    good(await reviewVerdict(desk.as("editor"), sent));
    expect(good(await reviewVerdict(desk.as("editor"), sent)).id).toBe(sent.id);
    expect(refusal(await reviewVerdict(desk.as("editor"), { ...sent, decision: "return", comment: "No." }))).toBe(
      "already-voted",
    );
    expect(refusal(await cast("editor", "return"))).toBe("already-voted");
    good(await cast("second-editor", "approve"));
    expect(refusal(await cast("admin", "return"))).toBe("decided-already");
    expect(refusal(await cast("editor", "return"))).toBe("already-voted");
    expect(await fresh.db.review.count({ where: { claimId } })).toBe(2);
  });

  test("of somebody who was removed, or lost the role, while they were reading", async () => {
    const desk = await votingDesk(fresh.db, 1, 1);
    const { claimId, revisionId } = await proposedClaim(desk);
    const reading = desk.as("second-editor");
    const id = reading.actor.memberId;
    good(await changeMember(desk.as("admin"), { id, rowVersion: 1, role: "checker", leaves: "" }));
    const late = { id: uuidv7(), claimId, revisionId, decision: "approve" as const, comment: "" };
    expect(refusal(await reviewVerdict(reading, late))).toBe("no-longer-reviewer");
    good(await changeMember(desk.as("admin"), { id, rowVersion: 2, role: "editor", leaves: "yes" }));
    expect(refusal(await reviewVerdict(reading, late))).toBe("no-longer-reviewer");
    expect(await fresh.db.review.count({ where: { claimId } })).toBe(0);
  });

  test("of somebody who is removed at the same instant: before it, or not at all", async () => {
    for (let round = 0; round < 10; round += 1) {
      const desk = await votingDesk(fresh.db, 1, 1);
      const { claimId, revisionId } = await proposedClaim(desk);
      const id = desk.as("second-editor").actor.memberId;
      const [voted, left] = await Promise.all([
        voteOn(desk, claimId, revisionId)("second-editor", "approve"),
        changeMember(desk.as("admin"), { id, rowVersion: 1, role: "editor", leaves: "yes" }),
      ]);
      expect(refusal(left)).toBe("ok");
      expect(["ok", "no-longer-reviewer"]).toContain(refusal(voted));
      expect(await fresh.db.review.count({ where: { claimId } })).toBe(voted.ok ? 1 : 0);
    }
  });
});

describe("the database, through SQL with the application's role", () => {
  test("takes no vote of whoever may not review", async () => {
    const desk = await votingDesk(fresh.db, 1, 1);
    const { claimId, revisionId } = await proposedClaim(desk);
    const other = (await proposedClaim(desk, undefined, "bought two boats")).claimId;
    const expert = await invited(desk, claimId, "expert");
    const elsewhere = await invited(desk, other, "review");
    const asked = await invited(desk, claimId, "review");
    const insert = (reviewer: string, decision: string) =>
      fresh.sql(
        `INSERT INTO "Review" ("deskId", id, "claimId", "revisionId", "reviewerId", decision, "createdAt")
         VALUES ($1, $2, $3, $4, $5, $6, now())`,
        [desk.deskId, uuidv7(), claimId, revisionId, reviewer, decision],
      );
    const of = (name: string) => desk.as(name).actor.memberId;
    expect(await insert(of("checker"), "approve")).toBe("ST001");
    expect(await insert(of("second-checker"), "approve")).toBe("ST002");
    expect(await insert(of("viewer"), "approve")).toBe("ST002");
    expect(await insert(expert.outsider.actor.memberId, "approve")).toBe("ST002");
    expect(await insert(elsewhere.outsider.actor.memberId, "approve")).toBe("ST002");
    const member = `UPDATE "Member" SET role = 'editor' WHERE "deskId" = $1 AND id = $2`;
    expect(await fresh.sql(member, [desk.deskId, of("checker")])).toBe("ok");
    expect(await insert(of("checker"), "approve")).toBe("ST001");
    expect(await fresh.sql(member, [desk.deskId, expert.outsider.actor.memberId])).toBe("23514");
    expect(await insert(asked.outsider.actor.memberId, "approve")).toBe("ok");
  });
});

test("whoever is left to review is counted, and a link brings one more", async () => {
  const desk = await votingDesk(fresh.db, 1, 1);
  const { claimId } = await proposedClaim(desk);
  for (const name of voters) await propose(desk.as(name), claimId);
  expect(good(await claimPage(desk.as("viewer"), claimId)).reviewersLeft).toBe(0);
  const { as } = await invited(desk, claimId, "review");
  expect(good(await claimPage(desk.as("viewer"), claimId)).reviewersLeft).toBe(1);
  expect(refusal(await decide(as, claimId, "approve"))).toBe("ok");
  expect(good(await claimPage(desk.as("viewer"), claimId))).toMatchObject({ state: "approved", reviewersLeft: 1 });
});
