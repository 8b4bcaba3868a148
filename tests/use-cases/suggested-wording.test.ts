import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import { reviewVerdict } from "#lib/server/use-cases/review-verdict.ts";
import { decide, good, makeDesk, proposedClaim, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const better = "The accounts of 2025 bear it out, on page 31.";
const read = async (desk: TestDesk, claimId: string) => good(await claimPage(desk.as("viewer"), claimId));

type Words = { rationale?: string; suggestedWording?: string; sentence?: string };

async function suggest(desk: TestDesk, at: { claimId: string; revisionId: string }, words: Words, who = "editor") {
  const { claimId, revisionId } = at;
  const id = uuidv7();
  const decision = { decision: "return" as const, comment: "Say which year." };
  return { id, outcome: await reviewVerdict(desk.as(who), { id, claimId, revisionId, ...decision, ...words }) };
}

async function again(desk: TestDesk, claimId: string, words: Words & { takenFromId?: string | null }) {
  const claim = await read(desk, claimId);
  const { rating, rationale, asOf, suggestedWording } = claim.revisions[0] ?? {};
  const before = { rationale: rationale ?? "", asOf: asOf ?? "", suggestedWording: suggestedWording ?? "" };
  const about = { claimId, rowVersion: claim.rowVersion, ratingId: rating?.id ?? "" };
  return await proposeVerdict(desk.as("checker"), { id: uuidv7(), ...about, ...before, ...words });
}

describe("a reviewer's suggestion", () => {
  test("holds only the fields that differ from the author's", async () => {
    const desk = await makeDesk(fresh.db);
    const at = await proposedClaim(desk);
    const words = { rationale: better, suggestedWording: "", sentence: "" };
    good((await suggest(desk, at, words)).outcome);
    const [review] = (await read(desk, at.claimId)).revisions[0]?.reviews ?? [];
    expect(review?.suggestion).toEqual({ rationale: better });
    expect((await read(desk, at.claimId)).history.at(-1)?.sentence).toBe(
      "returned revision 1 and suggested other wording: Say which year.",
    );
  });

  test("is none where the author's words are sent back, or nothing stands in their place", async () => {
    const desk = await makeDesk(fresh.db);
    const at = await proposedClaim(desk);
    good((await suggest(desk, at, { rationale: "The accounts bear it out.", sentence: "" })).outcome);
    expect((await read(desk, at.claimId)).revisions[0]?.reviews[0]?.suggestion).toBeNull();
    const other = await proposedClaim(desk);
    good((await suggest(desk, other, { rationale: "" })).outcome);
    expect((await read(desk, other.claimId)).revisions[0]?.reviews[0]?.suggestion).toBeNull();
  });

  test("goes with no approval, which is for the words as they stand", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId, revisionId } = await proposedClaim(desk);
    const input = { id: uuidv7(), claimId, revisionId, decision: "approve" as const, comment: "", rationale: better };
    const outcome = await reviewVerdict(desk.as("editor"), input);
    expect(outcome).toMatchObject({ ok: false, error: { kind: "invalid", fields: { decision: expect.any(String) } } });
    expect(await fresh.db.review.count({ where: { claimId } })).toBe(0);
  });

  test("sent twice is one, and sent again with other words is refused as a second vote", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId, revisionId } = await proposedClaim(desk);
    const words = { id: uuidv7(), claimId, revisionId, decision: "comment" as const, comment: "So:" };
    const first = good(await reviewVerdict(desk.as("editor"), { ...words, rationale: better }));
    expect(good(await reviewVerdict(desk.as("editor"), { ...words, rationale: better }))).toEqual(first);
    good(await reviewVerdict(desk.as("editor"), { ...words, rationale: `${better} So it does.` }));
    expect(await fresh.db.review.count({ where: { claimId } })).toBe(2);
  });
});

describe("taking a suggestion over", () => {
  test("makes the reviewer a contributor, who cannot review that revision; another colleague can", async () => {
    const desk = await makeDesk(fresh.db);
    const at = await proposedClaim(desk);
    const { id } = await suggest(desk, at, { rationale: better });
    const revision = good(await again(desk, at.claimId, { rationale: better, takenFromId: id }));
    expect((await fresh.db.verdictRevision.findFirst({ where: { id: revision.id } }))?.takenFromId).toBe(id);
    const editor = desk.as("editor").actor.memberId;
    const { contributors } = await read(desk, at.claimId);
    expect(contributors.find((one) => one.memberId === editor)?.kinds).toEqual(["wording"]);
    expect(refusal(await decide(desk.as("editor"), at.claimId, "approve"))).toBe("contributor-cannot-review");
    good(await decide(desk.as("second-editor"), at.claimId, "approve"));
  });

  test("is the same however the words got there: whoever suggested them does not sign them off", async () => {
    const desk = await makeDesk(fresh.db);
    const at = await proposedClaim(desk);
    await suggest(desk, at, { rationale: better });
    good(await again(desk, at.claimId, { rationale: better }));
    expect(refusal(await decide(desk.as("editor"), at.claimId, "approve"))).toBe("contributor-cannot-review");
  });

  test("is not noted where none of the words are in the revision; the reviewer may review that", async () => {
    const desk = await makeDesk(fresh.db);
    const at = await proposedClaim(desk);
    const { id } = await suggest(desk, at, { rationale: better });
    const revision = good(await again(desk, at.claimId, { rationale: "Quite other words.", takenFromId: id }));
    expect((await fresh.db.verdictRevision.findFirst({ where: { id: revision.id } }))?.takenFromId).toBeNull();
    good(await decide(desk.as("editor"), at.claimId, "approve"));
  });

  test("is not noted from another claim's review, and the database refuses it", async () => {
    const desk = await makeDesk(fresh.db);
    const [at, other] = [await proposedClaim(desk), await proposedClaim(desk)];
    const { id } = await suggest(desk, other, { rationale: better });
    const revision = good(await again(desk, at.claimId, { rationale: better, takenFromId: id }));
    const row = await fresh.db.verdictRevision.findFirstOrThrow({ where: { id: revision.id } });
    expect(row.takenFromId).toBeNull();
    const insert = `INSERT INTO "VerdictRevision" ("deskId", id, "claimId", "versionId", number, "ratingId", rationale, "asOf", "suggestedWording", basis, "basisDigest", "authorId", "createdAt", "takenFromId")
      SELECT "deskId", $1, "claimId", "versionId", number + 1, "ratingId", rationale, "asOf", "suggestedWording", basis, "basisDigest", "authorId", now(), $2 FROM "VerdictRevision" WHERE id = $3`;
    expect(await fresh.sql(insert, [uuidv7(), id, row.id])).toBe("ST002");
  });
});
