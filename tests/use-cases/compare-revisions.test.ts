import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { compareRevisions } from "#lib/server/queries/compare-revisions.ts";
import { editClaim } from "#lib/server/use-cases/edit-claim.ts";
import { editEvidence } from "#lib/server/use-cases/edit-evidence.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import { removeEvidence } from "#lib/server/use-cases/remove-evidence.ts";
import {
  addDraft,
  addEvidence,
  evidenceInput,
  good,
  makeDesk,
  propose,
  proposedClaim,
  refusal,
  type TestDesk,
} from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const latest = { from: null, to: null };
const compared = async (desk: TestDesk, claimId: string, which: { from: string | null; to: string | null } = latest) =>
  good(await compareRevisions(desk.as("viewer"), { claimId, ...which }));

describe("what changed between two revisions", () => {
  test("in their words and rating", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId, revisionId } = await proposedClaim(desk);
    const claim = good(await claimPage(desk.as("checker"), claimId));
    const ratingId = claim.ratings.find((rating) => rating.label === "False")?.id ?? "";
    const words = { rationale: "The accounts do not bear it out.", asOf: "2026-06-01", suggestedWording: "A loss" };
    const input = { id: uuidv7(), claimId, rowVersion: claim.rowVersion, ratingId, ...words };
    good(await proposeVerdict(desk.as("checker"), input));
    const comparison = await compared(desk, claimId);
    expect(comparison).toMatchObject({
      from: { id: revisionId, number: 1 },
      to: { id: input.id, number: 2, ...words },
    });
    expect(comparison.basis).toEqual({ changes: [], evidence: [] });
    expect(comparison.revisions.map((line) => line.number)).toEqual([2, 1]);
  });

  test("in what they rest on: statement, paragraph and every piece of evidence", async () => {
    const desk = await makeDesk(fresh.db);
    const checker = desk.as("checker");
    const { claimId, article, evidenceId } = await proposedClaim(desk);
    const removed = await addEvidence(checker, claimId, "To be removed");
    await propose(checker, claimId);
    await addDraft(checker, article, article.text.replace("The service lost", "The service, alas, lost"));
    const { rowVersion, fields } = good(await claimPage(checker, claimId));
    good(await editClaim(checker, { id: claimId, rowVersion, ...fields, saidIn: "on the radio" }));
    good(await removeEvidence(checker, { id: removed, rowVersion: 1 }));
    good(await editEvidence(checker, { ...evidenceInput(claimId, "Other words"), id: evidenceId, rowVersion: 1 }));
    const added = await addEvidence(checker, claimId, "Added later");
    await propose(checker, claimId);
    const { basis, from, to, sources } = await compared(desk, claimId);
    expect([from.versionNumber, to.versionNumber]).toEqual([1, 2]);
    expect(basis.changes.map((change) => change.field)).toEqual(["Paragraph around it", "Said in"]);
    expect(basis.changes[1]).toEqual({ field: "Said in", before: "in print", after: "on the radio" });
    const [changed, fresher, gone] = basis.evidence;
    expect(changed).toMatchObject({ id: evidenceId, kind: "changed" });
    expect(changed?.changes).toContainEqual({
      field: "Passage",
      before: "Result from operations: (1 913 406)",
      after: "Other words",
    });
    expect(fresher).toMatchObject({ id: added, kind: "added" });
    expect(gone).toMatchObject({ id: removed, kind: "removed" });
    expect(gone?.changes[0]).toEqual({ field: "Passage", before: "To be removed", after: "" });
    expect(Object.values(sources)).toContain("Annual accounts 2025");
  });

  test("between any two, the other way round too, and a revision with itself", async () => {
    const desk = await makeDesk(fresh.db);
    const checker = desk.as("checker");
    const { claimId, revisionId } = await proposedClaim(desk);
    await propose(checker, claimId);
    const third = await propose(checker, claimId, "False");
    const back = await compared(desk, claimId, { from: third, to: revisionId });
    expect([back.from.number, back.to.number]).toEqual([3, 1]);
    const itself = await compared(desk, claimId, { from: third, to: third });
    expect(itself.from).toEqual(itself.to);
    const first = await compared(desk, claimId, { from: null, to: revisionId });
    expect(first.from.id).toBe(revisionId);
  });
});

test("is not there for a revision of another claim, an unknown one, or a claim without a verdict", async () => {
  const desk = await makeDesk(fresh.db);
  const [one, two] = [await proposedClaim(desk), await proposedClaim(desk)];
  const viewer = desk.as("viewer");
  const mixed = { claimId: one.claimId, from: two.revisionId, to: one.revisionId };
  expect(refusal(await compareRevisions(viewer, mixed))).toBe("not-found");
  expect(refusal(await compareRevisions(viewer, { ...mixed, from: uuidv7() }))).toBe("not-found");
});

test("is not there for somebody who was asked to judge the claim blind", async () => {
  const desk = await makeDesk(fresh.db);
  const { claimId, revisionId } = await proposedClaim(desk);
  const { deskId, memberId } = desk.as("second-editor").actor;
  const askedById = desk.as("admin").actor.memberId;
  const asked = { deskId, id: uuidv7(), claimId, revisionId, memberId, askedById, askedAt: new Date() };
  await fresh.db.secondVerdict.create({ data: asked });
  expect(refusal(await compareRevisions(desk.as("second-editor"), { claimId, ...latest }))).toBe("not-found");
  expect(refusal(await compareRevisions(desk.as("editor"), { claimId, ...latest }))).toBe("ok");
});
