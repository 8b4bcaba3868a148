import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Outcome } from "#lib/domain/failure.ts";
import type { Context } from "#lib/server/context.ts";
import { editionById, latestEdition } from "#lib/server/queries/edition-by-id.ts";
import { editionPage } from "#lib/server/queries/edition-page.ts";
import { editionPreview } from "#lib/server/queries/edition-preview.ts";
import { editionsOfArticle } from "#lib/server/queries/editions-of-article.ts";
import { reportList } from "#lib/server/queries/report-list.ts";
import { changeReportPlan } from "#lib/server/use-cases/change-report-plan.ts";
import { publishReport } from "#lib/server/use-cases/publish-report.ts";
import { withdrawReport } from "#lib/server/use-cases/withdraw-report.ts";
import { good, makeDesk, refusal } from "#tests/support/desk.ts";
import { approvedDesk, corrected, published, site } from "#tests/support/editions.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let intruder: Context;
let theirs: { articleId: string; editionId: string };
let own: { articleId: string; editionId: string };

beforeAll(async () => {
  fresh = await freshDatabase();
  const { desk, article } = await approvedDesk(fresh);
  theirs = { articleId: article.id, editionId: (await published(desk, article.id)).edition.id };
  const other = await approvedDesk(fresh);
  intruder = other.desk.as("admin");
  own = { articleId: other.article.id, editionId: (await published(other.desk, other.article.id)).edition.id };
});
afterAll(() => fresh.close());

describe("the editions of another desk are not there", () => {
  const words = { claimOrder: [], hidden: [], summary: "x", method: "", language: "", template: "public" as const };
  const frozen = { planVersion: 0, seen: "0".repeat(64), change: corrected };
  const back = { what: "The whole check.", why: "Because." };
  const attempts: Record<string, () => Promise<Outcome<unknown>>> = {
    editionById: () => editionById(intruder, theirs.editionId),
    latestEdition: () => latestEdition(intruder, theirs.articleId),
    editionsOfArticle: () => editionsOfArticle(intruder, theirs.articleId),
    editionPage: () => editionPage(intruder, theirs),
    "editionPage, under an article of one's own": () => editionPage(intruder, { ...theirs, articleId: own.articleId }),
    "editionPage, of an edition of one's own": () => editionPage(intruder, { ...theirs, editionId: own.editionId }),
    changeReportPlan: () => changeReportPlan(intruder, { articleId: theirs.articleId, rowVersion: 0, ...words }),
    publishReport: () => publishReport(intruder, { id: uuidv7(), articleId: theirs.articleId, ...frozen }, site),
    withdrawReport: () => withdrawReport(intruder, { id: uuidv7(), articleId: theirs.articleId, ...back }, site),
    "publishReport, under the id of theirs": async () => {
      const { plan, seen } = good(await editionPreview(intruder, own.articleId));
      const asked = { id: theirs.editionId, articleId: own.articleId, planVersion: plan.rowVersion, seen };
      return await publishReport(intruder, { ...asked, change: corrected }, site);
    },
    "withdrawReport, under the id of theirs": () =>
      withdrawReport(intruder, { id: theirs.editionId, articleId: own.articleId, ...back }, site),
  };

  test.each(Object.entries(attempts))("%s", async (_, attempt) => {
    expect(refusal(await attempt())).toBe("not-found");
  });

  test("nor does the list of reports show them", async () => {
    const { rows } = await reportList(intruder, { before: null });
    expect(rows).toMatchObject([{ articleId: own.articleId, newest: { id: own.editionId } }]);
    const nobody = (await makeDesk(fresh.db)).as("admin");
    expect((await reportList(nobody, { before: null })).rows).toEqual([]);
  });
});
