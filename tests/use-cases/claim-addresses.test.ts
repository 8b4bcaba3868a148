import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { database } from "#lib/server/db/client.ts";
import { publicEmbed, publicReport } from "#lib/server/public/public-report.ts";
import { changeReportPlan } from "#lib/server/use-cases/change-report-plan.ts";
import { good, makeArticle, makeDesk, type TestDesk } from "#tests/support/desk.ts";
import { nextEdition, openedReport, publishedSample } from "#tests/support/edition.ts";
import { approvedClaim, corrected, published, site } from "#tests/support/editions.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let desk: TestDesk;
beforeAll(async () => {
  fresh = await freshDatabase();
  vi.stubEnv("DATABASE_URL", fresh.appUrl);
  vi.stubEnv("STET_URL", site);
  desk = await makeDesk(fresh.db);
});
afterAll(async () => {
  await database().$disconnect();
  vi.unstubAllEnvs();
  await fresh.close();
});

const asked = () => new Request(`${site}/r`);
async function read(path: string): Promise<readonly [number, string]> {
  const answer = await publicReport(asked(), path.split("/"));
  return [answer.status, await answer.text()];
}

const plan = { summary: "", method: "", language: "", template: "public" as const, claimOrder: [] };

/** An article of a desk of its own with two approved claims, open to the public, of which `goes` may be hidden. */
async function twoClaims() {
  const desk = await makeDesk(fresh.db);
  const article = await makeArticle(desk.as("checker"));
  const { claimId: stays } = await approvedClaim(desk, article);
  const { claimId: goes } = await approvedClaim(desk, article, "bought two boats");
  const articleId = article.id;
  const hide = async (hidden: string[], rowVersion: number) =>
    good(await changeReportPlan(desk.as("editor"), { articleId, rowVersion, ...plan, hidden }));
  await openedReport(desk.as("editor"), articleId);
  const publishNext = async (isFirst = false) =>
    void (await published(desk, articleId, isFirst ? undefined : corrected));
  return { articleId, stays, goes, hide, publishNext };
}

test("a claim has a lasting address without a number, which shows the newest edition, and one in each edition", async () => {
  const { articleId, claimIds, signed } = await publishedSample(desk.as("editor"), { base: site });
  await openedReport(desk.as("editor"), articleId);
  const [claimId = ""] = claimIds;
  const lasting = `${articleId}/claims/${claimId}`;
  const [status, words] = await read(lasting);
  expect([status, words]).toEqual(await read(`${articleId}/1/claims/${claimId}`));
  expect(status).toBe(200);
  await nextEdition(desk.as("editor"), signed.edition.report, { base: site, change: { ...corrected } });
  expect(await read(lasting)).toEqual(await read(`${articleId}/2/claims/${claimId}`));
  const [, older] = await read(`${articleId}/1/claims/${claimId}`);
  expect(older).toContain("There is a newer edition of this report.");
  expect(older).toContain(`${site}/r/${articleId}/2/claims/${claimId}`);
  expect((await read(lasting))[1]).not.toContain("newer edition");
  for (const path of ["claims", "claims/x", `claims/${claimId}/x`, `claims/${claimId.toUpperCase()}`, "edition.json"])
    expect((await read(`${articleId}/${path}`))[0]).toBe(404);
});

test("a claim that a later edition leaves out is said to be, with the way to where it stood", async () => {
  const { articleId, stays, goes, hide, publishNext } = await twoClaims();
  await publishNext(true);
  expect((await read(`${articleId}/claims/${goes}`))[0]).toBe(200);
  await hide([goes], 0);
  await publishNext();
  for (const path of [`claims/${goes}`, `2/claims/${goes}`]) {
    const [status, words] = await read(`${articleId}/${path}`);
    expect(status).toBe(410);
    expect(words).toContain("This claim was left out of edition 2");
    expect(words).toContain(`href="${site}/r/${articleId}/1/claims/${goes}"`);
    expect(words).toContain(`href="${site}/r/${articleId}/2"`);
    expect(words).toContain('name="robots" content="noindex"');
  }
  expect((await read(`${articleId}/1/claims/${goes}`))[0]).toBe(200);
  expect((await read(`${articleId}/claims/${stays}`))[0]).toBe(200);
  const framed = await publicEmbed(asked(), articleId, goes);
  expect([framed.status, framed.headers.get("content-security-policy")]).toEqual([
    410,
    expect.stringContaining("frame-ancestors *"),
  ]);
  expect(await framed.text()).toContain("This claim was left out of edition 2");
  await hide([], 1);
  await publishNext();
  expect((await read(`${articleId}/claims/${goes}`))[0]).toBe(200);
  expect((await read(`${articleId}/2/claims/${goes}`))[0]).toBe(410);
});

test("a claim that no edition up to this one printed, or that is another article's, is nothing", async () => {
  const { articleId, goes, hide, publishNext } = await twoClaims();
  await hide([goes], 0);
  await publishNext(true);
  expect((await read(`${articleId}/claims/${goes}`))[0]).toBe(404);
  await hide([], 1);
  await publishNext();
  expect((await read(`${articleId}/1/claims/${goes}`))[0]).toBe(404);
  const other = await twoClaims();
  await other.publishNext(true);
  expect((await read(`${articleId}/claims/${other.goes}`))[0]).toBe(404);
  expect((await read(`${articleId}/claims/${uuidv7()}`))[0]).toBe(404);
});
