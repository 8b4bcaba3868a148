import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { editionById, latestEdition } from "#lib/server/queries/edition-by-id.ts";
import { editionPreview } from "#lib/server/queries/edition-preview.ts";
import { editionsOfArticle } from "#lib/server/queries/editions-of-article.ts";
import { answerWording } from "#lib/server/use-cases/answer-wording.ts";
import { cancelSecond } from "#lib/server/use-cases/cancel-second.ts";
import { changeReportPlan } from "#lib/server/use-cases/change-report-plan.ts";
import { good, makeDesk, refusal } from "#tests/support/desk.ts";
import { approvedDesk, corrected, published, tryToPublish, tryToWithdraw } from "#tests/support/editions.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { override, setGate } from "#tests/support/gates.ts";
import { askedSecond } from "#tests/support/seconds.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

describe("gates at the last stage", () => {
  test("that are required hold an edition back until somebody who did not work on it overrides them", async () => {
    const { desk, article, claimId, revisionId } = await approvedDesk(fresh);
    await setGate(desk, "captured", { publish: "require" });
    const { inTheWay, warnings } = good(await editionPreview(desk.as("editor"), article.id));
    expect(inTheWay).toMatchObject([{ claimId, number: 1, kind: "gate", gate: "captured" }]);
    expect(warnings.map((one) => one.gate)).toContain("origins");
    expect(await tryToPublish(desk, article.id)).toMatchObject({
      error: { rule: "work-unfinished", detail: expect.stringContaining("Claim 1: Every relied-on source kept") },
    });
    good(await override(desk, "second-editor", claimId, { stage: "publish", revisionId }));
    const { edition } = await published(desk, article.id);
    expect(edition.report.claims[0]?.verdict?.overrides).toMatchObject([
      { gate: "captured", stage: "publish", name: "second-editor" },
    ]);
  });

  test("that only warn do not, and those of other stages neither", async () => {
    const { desk, article } = await approvedDesk(fresh);
    await setGate(desk, "captured", { propose: "require", approve: "require", publish: "warn" });
    expect(refusal(await tryToPublish(desk, article.id))).toBe("ok");
  });
});

describe("an open second verdict", () => {
  test("holds the edition back for everybody, for whoever was asked would read the first one in it", async () => {
    const { desk, article, claimId } = await approvedDesk(fresh);
    const id = await askedSecond(desk, claimId, "admin");
    const { inTheWay } = good(await editionPreview(desk.as("editor"), article.id));
    expect(inTheWay).toMatchObject([{ claimId, kind: "second" }]);
    expect(refusal(await tryToPublish(desk, article.id))).toBe("work-unfinished");
    good(await cancelSecond(desk.as("editor"), { id }));
    expect(refusal(await tryToPublish(desk, article.id))).toBe("ok");
  });

  test("keeps the plan and the editions that print the claim from whoever owes it", async () => {
    const { desk, article, claimId } = await approvedDesk(fresh);
    const plan = { articleId: article.id, rowVersion: 0, claimOrder: [], hidden: [], method: "", language: "" };
    const words = { ...plan, summary: "It is false.", template: "public" as const };
    good(await changeReportPlan(desk.as("editor"), words));
    const { edition } = await published(desk, article.id);
    await askedSecond(desk, claimId, "admin");
    const blind = desk.as("admin");
    expect(refusal(await editionById(blind, edition.id))).toBe("not-found");
    expect(good(await latestEdition(blind, article.id))).toBeNull();
    expect(good(await editionsOfArticle(blind, article.id))).toEqual([]);
    const preview = good(await editionPreview(blind, article.id));
    expect(preview).toMatchObject({ number: 1, earlier: [], inTheWay: [{ claimId, kind: "blind" }], warnings: [] });
    expect(JSON.stringify(preview)).not.toContain("It is false.");
    expect(preview.report.claims[0]).toMatchObject({ state: "progress", verdict: null });
    const later = { ...words, rowVersion: 1, summary: "Mine." };
    expect(refusal(await changeReportPlan(blind, later))).toBe("blind-second");
    expect(refusal(await tryToPublish(desk, article.id, corrected, "admin"))).toBe("blind-second");
    expect(refusal(await tryToWithdraw(desk, article.id, "admin"))).toBe("blind-second");
    expect(good(await editionById(desk.as("viewer"), edition.id)).edition.number).toBe(1);
  });
});

describe("another desk", () => {
  test("has no plan, no edition and no answer of this one", async () => {
    const { desk, article, claimId, revisionId } = await approvedDesk(fresh);
    const { edition } = await published(desk, article.id);
    const other = await makeDesk(fresh.db);
    const intruder = other.as("admin");
    expect(refusal(await editionById(intruder, edition.id))).toBe("not-found");
    expect(refusal(await editionsOfArticle(intruder, article.id))).toBe("not-found");
    expect(refusal(await latestEdition(intruder, article.id))).toBe("not-found");
    expect(refusal(await editionPreview(intruder, article.id))).toBe("not-found");
    expect(refusal(await tryToWithdraw(other, article.id))).toBe("not-found");
    const plan = { articleId: article.id, rowVersion: 0, claimOrder: [], hidden: [], summary: "", method: "" };
    const words = { ...plan, language: "", template: "public" as const };
    expect(refusal(await changeReportPlan(intruder, words))).toBe("not-found");
    const answer = { id: uuidv7(), claimId, revisionId, outcome: "accepted", note: "" } as const;
    expect(refusal(await answerWording(intruder, answer))).toBe("not-found");
  });
});
