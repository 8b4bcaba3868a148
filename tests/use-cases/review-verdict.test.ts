import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Db } from "#lib/server/db/client.ts";
import { connect } from "#lib/server/db/client.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { changeDesk } from "#lib/server/use-cases/change-desk.ts";
import { removeEvidence } from "#lib/server/use-cases/remove-evidence.ts";
import { reviewVerdict } from "#lib/server/use-cases/review-verdict.ts";
import { waysToContribute } from "#tests/support/contributors.ts";
import { testDatabase } from "#tests/support/database.ts";
import {
  addEvidence,
  decide,
  good,
  makeArticle,
  makeDesk,
  propose,
  proposedClaim,
  refusal,
} from "#tests/support/desk.ts";

let db: Db;
let drop: () => Promise<void>;

beforeAll(async () => {
  const made = await testDatabase();
  db = connect(made.appUrl);
  drop = async () => {
    await db.$disconnect();
    await made.drop();
  };
});
afterAll(() => drop());

describe("a colleague's decision", () => {
  test("approves, and the verdict stands", async () => {
    const desk = await makeDesk(db);
    const { claimId } = await proposedClaim(desk);
    expect(refusal(await decide(desk.as("editor"), claimId, "approve"))).toBe("ok");
    const claim = good(await claimPage(desk.as("viewer"), claimId));
    expect(claim.state).toBe("approved");
    expect(claim.revisions[0]?.reviews[0]).toMatchObject({ decision: "approve", reviewer: { name: "editor" } });
  });

  test("returns with a comment, and the next revision can be approved", async () => {
    const desk = await makeDesk(db);
    const { claimId } = await proposedClaim(desk);
    good(await decide(desk.as("editor"), claimId, "return"));
    expect(good(await claimPage(desk.as("checker"), claimId)).state).toBe("returned");
    await propose(desk.as("checker"), claimId, "Mostly true");
    good(await decide(desk.as("editor"), claimId, "approve"));
    expect(good(await claimPage(desk.as("checker"), claimId)).state).toBe("approved");
  });

  test("a comment leaves it under review", async () => {
    const desk = await makeDesk(db);
    const { claimId } = await proposedClaim(desk);
    good(await decide(desk.as("editor"), claimId, "comment"));
    expect(good(await claimPage(desk.as("editor"), claimId)).state).toBe("proposed");
  });

  test("sent twice is one decision; a second one of the same person is refused", async () => {
    const desk = await makeDesk(db);
    good(await changeDesk(desk.as("admin"), { name: "Two", rowVersion: 1, approvalsNeeded: 2, checkersMayReview: "" }));
    const { claimId, revisionId } = await proposedClaim(desk);
    const sent = { id: uuidv7(), claimId, revisionId, decision: "approve" as const, comment: "" };
    const editor = desk.as("editor");
    const both = await Promise.all([reviewVerdict(editor, sent), reviewVerdict(editor, sent)]);
    expect(both.map(refusal)).toEqual(["ok", "ok"]);
    expect(refusal(await reviewVerdict(editor, { ...sent, id: uuidv7() }))).toBe("already-voted");
    expect(good(await claimPage(editor, claimId)).state).toBe("proposed");
    good(await decide(desk.as("second-editor"), claimId, "approve"));
    expect(good(await claimPage(editor, claimId)).state).toBe("approved");
  });

  test("on an outdated revision is refused", async () => {
    const desk = await makeDesk(db);
    const { claimId, revisionId } = await proposedClaim(desk);
    await propose(desk.as("checker"), claimId, "False");
    const late = { id: uuidv7(), claimId, revisionId, decision: "approve" as const, comment: "" };
    expect(refusal(await reviewVerdict(desk.as("editor"), late))).toBe("revision-outdated");
  });

  test("is an editor's, or a checker's where the desk says so", async () => {
    const desk = await makeDesk(db);
    const { claimId } = await proposedClaim(desk);
    expect(refusal(await decide(desk.as("viewer"), claimId, "approve"))).toBe("forbidden");
    expect(refusal(await decide(desk.as("second-checker"), claimId, "approve"))).toBe("forbidden");
    good(
      await changeDesk(desk.as("admin"), {
        name: "Peers",
        rowVersion: 1,
        approvalsNeeded: 1,
        checkersMayReview: "yes",
      }),
    );
    expect(refusal(await decide(desk.as("second-checker"), claimId, "approve"))).toBe("ok");
  });

  test("never crosses a desk", async () => {
    const [desk, other] = [await makeDesk(db), await makeDesk(db)];
    const { claimId, revisionId } = await proposedClaim(desk);
    const foreign = { id: uuidv7(), claimId, revisionId, decision: "approve" as const, comment: "" };
    expect(refusal(await reviewVerdict(other.as("editor"), foreign))).toBe("not-found");
  });
});

describe("nobody signs off their own work", () => {
  test.each(Object.entries(waysToContribute))("whoever %s", async (_, contribute) => {
    for (const who of ["editor", "admin"]) {
      const desk = await makeDesk(db);
      const { claimId } = await contribute(desk, who);
      expect(refusal(await decide(desk.as(who), claimId, "approve"))).toBe("contributor-cannot-review");
      expect(good(await claimPage(desk.as(who), claimId)).may.review).toBe(false);
      expect(refusal(await decide(desk.as("second-editor"), claimId, "approve"))).toBe("ok");
    }
  });

  test("evidence that never was in a basis makes nobody a contributor", async () => {
    const desk = await makeDesk(db);
    const checker = desk.as("checker");
    const article = await makeArticle(checker);
    const { claimId } = await proposedClaim(desk, article);
    const linked = await addEvidence(desk.as("editor"), claimId, "By mistake");
    good(await removeEvidence(desk.as("editor"), { id: linked, rowVersion: 1 }));
    await propose(checker, claimId);
    expect(refusal(await decide(desk.as("editor"), claimId, "approve"))).toBe("ok");
  });
});
