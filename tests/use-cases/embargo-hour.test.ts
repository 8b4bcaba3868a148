import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { database } from "#lib/server/db/client.ts";
import { publicEmbed, publicReport } from "#lib/server/public/public-report.ts";
import { reportFeed } from "#lib/server/public/report-feeds.ts";
import { reportFileNames } from "#lib/server/public/report-path.ts";
import { makeDesk, type TestDesk } from "#tests/support/desk.ts";
import { nextEdition, openedReport, publishedSample } from "#tests/support/edition.ts";
import { corrected, site } from "#tests/support/editions.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let desk: TestDesk;
beforeAll(async () => {
  fresh = await freshDatabase();
  vi.stubEnv("DATABASE_URL", fresh.appUrl);
  vi.stubEnv("STET_URL", site);
  desk = await makeDesk(fresh.db);
});
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await database().$disconnect();
  vi.unstubAllEnvs();
  await fresh.close();
});

const asked = (headers: Record<string, string> = {}) => new Request(`${site}/r`, { headers });
const secret = "The ferry was sold at midnight §q1";

/** Every way to ask for something of the article that needs no session, and the status with the secret in it or not. */
async function everyRoute(articleId: string, claimId: string) {
  const below = ["", "/1", "/2", "/3", `/claims/${claimId}`, `/1/claims/${claimId}`, `/2/claims/${claimId}`];
  const files = Object.keys(reportFileNames).filter((name) => !name.endsWith(".pdf"));
  const paths = [...below, ...files.flatMap((name) => [`/1/${name}`, `/2/${name}.stet.json`])];
  const told = (headers?: Record<string, string>) => (path: string) =>
    publicReport(asked(headers), `${articleId}${path}`.split("/"));
  const answers = await Promise.all([
    ...paths.map(told()),
    ...below.map(told({ "if-none-match": "*" })),
    publicEmbed(asked(), articleId, claimId),
  ]);
  const feeds = await Promise.all(
    ["claimreviews.json", "editions.atom"].map((file) => reportFeed(asked(), desk.deskId, file)),
  );
  return { answers, feeds };
}

test("nothing of an embargoed article is told by any public route before its hour, whatever is kept in memory", async () => {
  const change = <Value extends { readonly article: { readonly title: string } }>(report: Value) => ({
    ...report,
    article: { ...report.article, title: secret },
  });
  const { articleId, claimIds, signed } = await publishedSample(desk.as("editor"), { base: site, change });
  await nextEdition(desk.as("editor"), signed.edition.report, { base: site, change: { ...corrected } });
  const [claimId = ""] = claimIds;
  const hour = new Date(Date.now() + 7 * 24 * 3_600_000);
  await openedReport(desk.as("editor"), articleId, { embargoUntil: hour });

  const at = async (time: number) => {
    vi.useFakeTimers({ toFake: ["Date"], now: time });
    return await everyRoute(articleId, claimId);
  };
  const isNothing = async (time: number) => {
    const { answers, feeds } = await at(time);
    for (const answer of [...answers, ...feeds]) {
      expect(answer.status).toBe(404);
      const all = JSON.stringify([...answer.headers]) + (await answer.text());
      for (const words of [secret, "§q1", articleId, claimId, signed.proof.digest]) expect(all).not.toContain(words);
    }
  };
  await isNothing(Date.now());
  await isNothing(hour.getTime() - 1);
  const { answers, feeds } = await at(hour.getTime());
  expect(answers.filter(({ status }) => status === 404)).toHaveLength(2);
  expect(answers.filter(({ status }) => status === 304).length).toBeGreaterThan(4);
  for (const feed of feeds) expect(await feed.text()).toContain(articleId);
  // A server whose clock goes back, and one that comes to it later, keep the hour too.
  await isNothing(hour.getTime() - 1);
  await isNothing(hour.getTime() - 60_000);
});
