import { afterAll, beforeAll, expect, test } from "vitest";
import { nextEdition } from "#lib/server/queries/next-edition.ts";
import { changeReportPlan } from "#lib/server/use-cases/change-report-plan.ts";
import { good, refusal } from "#tests/support/desk.ts";
import { approvedDesk, published, site } from "#tests/support/editions.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { askedSecond } from "#tests/support/seconds.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const words = { claimOrder: [], hidden: [], method: "By the accounts.", language: "de", template: "writer" } as const;

test("is what publishing freezes, but for its id, its moment, its place in the record and who publishes it", async () => {
  const { desk, article } = await approvedDesk(fresh);
  const plan = {
    ...words,
    claimOrder: [],
    hidden: [],
    articleId: article.id,
    rowVersion: 0,
    summary: "As it was said.",
  };
  good(await changeReportPlan(desk.as("editor"), plan));
  const asked = { articleId: article.id, site };
  const { report, ...document } = good(await nextEdition(desk.as("editor"), asked));
  const { edition } = await published(desk, article.id);
  expect({ ...report, generatedAt: "" }).toEqual({ ...edition.report, generatedAt: "" });
  expect(document.publishedBy).toBe("");
  const { id, publishedAt, publishedBy, audit } = edition;
  const own = { id, publishedAt, publishedBy, audit, report: edition.report };
  expect({ ...document, ...own }).toEqual(edition);
  const later = good(await nextEdition(desk.as("viewer"), asked));
  expect(later).toMatchObject({ number: 2, earlier: [{ number: 1 }], change: { kind: "update", why: "" } });
});

test("tells whoever owes a second verdict neither the plan nor the verdict", async () => {
  const { desk, article, claimId } = await approvedDesk(fresh);
  const plan = { ...words, claimOrder: [], hidden: [], articleId: article.id, rowVersion: 0, summary: "It is false." };
  good(await changeReportPlan(desk.as("editor"), plan));
  await published(desk, article.id);
  await askedSecond(desk, claimId, "admin");
  const asked = { articleId: article.id, site };
  const document = good(await nextEdition(desk.as("admin"), asked));
  expect(document).toMatchObject({ number: 1, earlier: [], summary: "", template: "public" });
  expect(document.report.claims).toMatchObject([{ state: "progress", verdict: null }]);
  expect(refusal(await nextEdition(desk.as("editor"), { ...asked, articleId: "no id" }))).toBe("not-found");
});
