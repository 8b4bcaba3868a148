import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articleReport } from "#lib/server/queries/article-report.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { assignClaim } from "#lib/server/use-cases/assign-claim.ts";
import { editClaim } from "#lib/server/use-cases/edit-claim.ts";
import { editEvidence } from "#lib/server/use-cases/edit-evidence.ts";
import { removeEvidence, restoreEvidence } from "#lib/server/use-cases/remove-evidence.ts";
import type { TestDesk } from "#tests/support/desk.ts";
import {
  addEvidence,
  decide,
  evidenceInput,
  good,
  makeDesk,
  propose,
  proposedClaim,
  refusal,
} from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

async function approved() {
  const desk = await makeDesk(fresh.db);
  const made = await proposedClaim(desk);
  good(await decide(desk.as("editor"), made.claimId, "approve"));
  return { desk, ...made };
}

const read = async (desk: TestDesk, claimId: string) => good(await claimPage(desk.as("viewer"), claimId));

describe("a verdict is stale the moment its basis changes", () => {
  test("by a changed statement", async () => {
    const { desk, claimId } = await approved();
    const claim = await read(desk, claimId);
    const words = { ...claim.fields, claimant: "Somebody else" };
    good(await editClaim(desk.as("checker"), { id: claimId, rowVersion: claim.rowVersion, ...words }));
    expect(await read(desk, claimId)).toMatchObject({
      state: "stale",
      staleReason: "statement",
      changedSince: ["The claimant changed."],
    });
  });

  test("by added, edited and removed evidence", async () => {
    const first = await approved();
    await addEvidence(first.desk.as("checker"), first.claimId, "More");
    expect(await read(first.desk, first.claimId)).toMatchObject({
      state: "stale",
      changedSince: ["A piece of evidence was added."],
    });

    const second = await approved();
    const edit = { ...evidenceInput(second.claimId, "Other words"), id: second.evidenceId, rowVersion: 1 };
    good(await editEvidence(second.desk.as("checker"), edit));
    expect(await read(second.desk, second.claimId)).toMatchObject({ state: "stale", staleReason: "evidence" });

    const third = await approved();
    good(await removeEvidence(third.desk.as("checker"), { id: third.evidenceId, rowVersion: 1 }));
    expect(await read(third.desk, third.claimId)).toMatchObject({
      state: "stale",
      changedSince: ["A piece of evidence was removed."],
    });
  });

  test("and stays so although the change is undone, until somebody reviews it again", async () => {
    const { desk, claimId, evidenceId } = await approved();
    good(await removeEvidence(desk.as("checker"), { id: evidenceId, rowVersion: 1 }));
    good(await restoreEvidence(desk.as("checker"), { id: evidenceId, rowVersion: 2 }));
    expect(await read(desk, claimId)).toMatchObject({ state: "stale", changedSince: [] });
    await propose(desk.as("checker"), claimId);
    good(await decide(desk.as("editor"), claimId, "approve"));
    expect((await read(desk, claimId)).state).toBe("approved");
  });

  test("not by assigning it, and not by saving what is there already", async () => {
    const { desk, claimId } = await approved();
    const claim = await read(desk, claimId);
    const plan = { claimId, rowVersion: claim.rowVersion, assigneeId: null, dueAt: null, priority: "high" as const };
    good(await assignClaim(desk.as("editor"), plan));
    good(await editClaim(desk.as("checker"), { id: claimId, rowVersion: claim.rowVersion, ...claim.fields }));
    expect((await read(desk, claimId)).state).toBe("approved");
  });

  test("and a vote on it is refused, and the report does not sign it off", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId, article } = await proposedClaim(desk);
    await addEvidence(desk.as("checker"), claimId, "More");
    expect(refusal(await decide(desk.as("editor"), claimId, "approve"))).toBe("not-under-review");
    const report = good(await articleReport(desk.as("viewer"), article.id));
    expect(report.summary).toMatchObject({ claims: 1, signedOff: 0, stale: 1, ratings: [] });
    expect(report.claims[0]?.verdict?.signedOff).toBe(false);
  });
});

test("an edit and an approval at the same instant never leave an approval of what was not seen", async () => {
  for (let round = 0; round < 20; round += 1) {
    const desk = await makeDesk(fresh.db);
    const { claimId, article } = await proposedClaim(desk);
    await Promise.all([
      decide(desk.as("editor"), claimId, "approve"),
      addEvidence(desk.as("second-editor"), claimId, "At once"),
    ]);
    const claim = await read(desk, claimId);
    expect(claim.state).toBe("stale");
    expect(good(await articleReport(desk.as("viewer"), article.id)).summary.signedOff).toBe(0);
  }
});

test("who edits and approves at the same instant does not do both", async () => {
  for (let round = 0; round < 20; round += 1) {
    const desk = await makeDesk(fresh.db);
    const { claimId } = await proposedClaim(desk);
    const [vote] = await Promise.all([
      decide(desk.as("editor"), claimId, "approve"),
      addEvidence(desk.as("editor"), claimId, "Mine"),
    ]);
    expect((await read(desk, claimId)).state).toBe("stale");
    expect(["ok", "contributor-cannot-review", "not-under-review"]).toContain(refusal(vote));
  }
});
