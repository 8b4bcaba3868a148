import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { database } from "#lib/server/db/client.ts";
import { publicReport } from "#lib/server/public/public-report.ts";
import { reportFeed } from "#lib/server/public/report-feeds.ts";
import { good } from "#tests/support/desk.ts";
import { openedReport } from "#tests/support/edition.ts";
import { approvedDesk, published, site, tryToWithdraw } from "#tests/support/editions.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
  vi.stubEnv("DATABASE_URL", fresh.appUrl);
  vi.stubEnv("STET_URL", site);
});
afterAll(async () => {
  await database().$disconnect();
  vi.unstubAllEnvs();
  await fresh.close();
});

test("a check that is taken back stays in the feed and in its ClaimReviews, withdrawn and without its rating", async () => {
  const { desk, claimId, article } = await approvedDesk(fresh);
  const { edition } = await published(desk, article.id);
  const label = edition.report.claims[0]?.verdict?.label ?? "";
  await openedReport(desk.as("editor"), article.id);
  const asked = new Request(`${site}/feeds`);
  const feed = async () => await (await reportFeed(asked, desk.deskId, "claimreviews.json")).text();
  expect(JSON.parse(await feed()).dataFeedElement).toMatchObject([
    { item: { reviewRating: { alternateName: label } } },
  ]);

  good(await tryToWithdraw(desk, article.id));
  const withdrawn = { creativeWorkStatus: "Withdrawn", reviewRating: { alternateName: "Withdrawn" } };
  const file = await publicReport(asked, [article.id, "2", "claimreviews.json"]);
  expect(JSON.parse(await file.text())).toMatchObject([
    { ...withdrawn, url: `${site}/r/${article.id}/2#claim-${claimId}` },
  ]);
  expect(JSON.parse(await feed()).dataFeedElement).toMatchObject([
    { dateDeleted: expect.any(String), item: { ...withdrawn, url: `${site}/r/${article.id}/2/claims/${claimId}` } },
  ]);
  expect(await feed()).not.toContain("ratingValue");
});
