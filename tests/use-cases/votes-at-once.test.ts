import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { editClaim } from "#lib/server/use-cases/edit-claim.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import { good, proposedClaim, refusal } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { races } from "#tests/support/races.ts";
import { voteOn, votingDesk } from "#tests/support/votes.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

describe("at the same instant", () => {
  const [votes, edits] = [races(60), races(200)];

  test("two approvals and a vote against: as many votes as were taken, and they carry", {
    timeout: votes.timeout,
  }, async () => {
    const { desk, claimId, again } = await contested(2, 3);
    for (let round = 0; round < votes.rounds; round += 1) {
      const revisionId = await again();
      const cast = voteOn(desk, claimId, revisionId);
      const outcomes = await Promise.all([
        cast("editor", "approve"),
        cast("second-editor", "approve"),
        cast("admin", "return"),
      ]);
      const taken = outcomes.filter((outcome) => outcome.ok).length;
      expect(await fresh.db.review.count({ where: { revisionId } })).toBe(taken);
      expect(outcomes.map(refusal).filter((said) => said !== "ok" && said !== "decided-already")).toEqual([]);
      expect(await stateOf(claimId)).toBe("approved");
    }
  });

  test("an edit and an approval: what was edited is stale, whoever was first", {
    timeout: edits.timeout,
  }, async () => {
    const { desk, claimId, again } = await contested(1, 1);
    const words = { claimant: "", saidOn: "", saidIn: "" };
    for (let round = 0; round < edits.rounds; round += 1) {
      const revisionId = await again();
      const { rowVersion } = await fresh.db.claim.findFirstOrThrow({ where: { id: claimId } });
      const [edit, approval] = await Promise.all([
        editClaim(desk.as("second-checker"), {
          id: claimId,
          rowVersion,
          ...words,
          statement: `Said otherwise, ${round}.`,
        }),
        voteOn(desk, claimId, revisionId)("editor", "approve"),
      ]);
      expect(["ok", "not-under-review"]).toContain(refusal(approval));
      expect(["ok", "conflict"]).toContain(refusal(edit));
      expect(await stateOf(claimId)).toBe(edit.ok ? "stale" : "approved");
    }
  });
});

async function stateOf(claimId: string): Promise<string> {
  return (await fresh.db.claim.findFirstOrThrow({ where: { id: claimId } })).state;
}

/** A desk with one claim, and a way to propose its verdict once more. */
async function contested(needed: number, of: number) {
  const desk = await votingDesk(fresh.db, needed, of);
  const { claimId, revisionId } = await proposedClaim(desk);
  const { ratingId } = await fresh.db.verdictRevision.findFirstOrThrow({ where: { id: revisionId } });
  const again = async () => {
    const { rowVersion } = await fresh.db.claim.findFirstOrThrow({ where: { id: claimId } });
    const words = { ratingId, rationale: "The accounts bear it out.", asOf: "2026-05-09", suggestedWording: "" };
    return good(await proposeVerdict(desk.as("checker"), { id: uuidv7(), claimId, rowVersion, ...words })).id;
  };
  return { desk, claimId, again };
}
