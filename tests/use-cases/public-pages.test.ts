import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { database } from "#lib/server/db/client.ts";
import { standingNow } from "#lib/server/public/editions.ts";
import { publicEmbed, publicReport } from "#lib/server/public/public-report.ts";
import { reportFeed } from "#lib/server/public/report-feeds.ts";
import { sharedPage } from "#lib/server/public/shared-report.ts";
import { revokeReportLink } from "#lib/server/use-cases/revoke-report-link.ts";
import { shareReport } from "#lib/server/use-cases/share-report.ts";
import { good, makeDesk, type TestDesk } from "#tests/support/desk.ts";
import { nextEdition, openedReport, type Published, publishedSample } from "#tests/support/edition.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

const base = "https://desk.example";
let fresh: Fresh;
let desk: TestDesk;
beforeAll(async () => {
  fresh = await freshDatabase();
  vi.stubEnv("DATABASE_URL", fresh.appUrl);
  vi.stubEnv("STET_URL", base);
  desk = await makeDesk(fresh.db);
});
afterAll(async () => {
  await database().$disconnect();
  vi.unstubAllEnvs();
  await fresh.close();
});

const asked = (headers: Record<string, string> = {}) => new Request(`${base}/feeds`, { headers });
const read = (path: string, headers?: Record<string, string>) => publicReport(asked(headers), path.split("/"));
const inADay = () => new Date(Date.now() + 24 * 3_600_000);

async function everyAddress({ articleId, claimIds }: Published): Promise<Response[]> {
  const [claimId = ""] = claimIds;
  const paths = ["", "/1", `/1/claims/${claimId}`, "/1/edition.json", "/1/report.html", "/1/sheet.csv.stet.json"];
  return await Promise.all([
    ...paths.map((path) => read(`${articleId}${path}`)),
    publicEmbed(asked(), articleId, claimId),
    reportFeed(asked(), desk.deskId, "claimreviews.json"),
    reportFeed(asked(), desk.deskId, "editions.atom"),
  ]);
}

const correction = { kind: "correction", what: "Claim 1.", why: "Misread." } as const;

/** Everything of an answer that somebody outside sees. */
async function whole(answer: Response): Promise<string> {
  return JSON.stringify([answer.status, [...answer.headers].sort(), await answer.text()]);
}

describe("the public pages of an edition", () => {
  test("are nothing before they are opened, under an embargo and once closed: the same as what never was", async () => {
    const published = await publishedSample(desk.as("editor"), { base });
    const { articleId } = published;
    const never = await whole(await read(uuidv7()));
    const areNothing = async () => {
      for (const answer of await everyAddress(published)) expect(await whole(answer)).toBe(never);
    };
    await areNothing();
    await openedReport(desk.as("editor"), articleId, { embargoUntil: inADay() });
    await areNothing();
    await openedReport(desk.as("editor"), articleId, { rowVersion: 1 });
    for (const answer of await everyAddress(published)) expect(answer.status).toBe(200);
    await openedReport(desk.as("editor"), articleId, { rowVersion: 2, embargoUntil: inADay() });
    await areNothing();
    await openedReport(desk.as("editor"), articleId, { rowVersion: 3, isPublic: false });
    await areNothing();
    expect(JSON.parse(never)[0]).toBe(404);
  });

  test("hand out no file that was being written while they were closed, or its link revoked", async () => {
    const editor = desk.as("editor");
    const { articleId } = await publishedSample(editor, { base });
    await openedReport(editor, articleId);
    const [edition] = await fresh.db.edition.findMany({ where: { articleId } });
    const link = { id: uuidv7(), articleId, editionId: edition?.id ?? "", name: "The magazine", days: 7 };
    const { token } = good(await shareReport(editor, link));
    const order: string[] = [];
    const noted = async <T>(name: string, work: Promise<T>): Promise<T> => {
      const value = await work;
      order.push(name);
      return value;
    };
    const [open, shared] = await Promise.all([
      noted("answer", read(`${articleId}/1/report.pdf`)),
      noted("answer", sharedPage([token, "report-archive.pdf"])),
      // The requests have begun: what they asked first is asked again in the same round.
      standingNow(articleId).then(() =>
        noted(
          "closed",
          Promise.all([
            openedReport(editor, articleId, { rowVersion: 1, isPublic: false }),
            revokeReportLink(editor, { id: link.id }),
          ]),
        ),
      ),
    ]);
    if (order[0] === "closed") expect([open.status, shared.status]).toEqual([404, 404]);
    expect((await read(`${articleId}/1/report.pdf`)).status).toBe(404);
    expect((await sharedPage([token, "report-archive.pdf"])).status).toBe(404);
  });

  test("say what they changed since the edition before", async () => {
    const { articleId, signed } = await publishedSample(desk.as("editor"), { base });
    await openedReport(desk.as("editor"), articleId);
    const { report } = signed.edition;
    const claims = report.claims.slice(1);
    const gone = report.claims[0]?.number;
    await nextEdition(desk.as("editor"), { ...report, claims }, { base, change: correction });
    expect(await (await read(`${articleId}/1`)).text()).not.toContain("since-head");
    expect(await (await read(`${articleId}/2`)).text()).toContain(`No longer in this edition: ${gone}<`);
  });

  test("follow a newer edition and a withdrawal at once, though they are kept", async () => {
    const { articleId, claimIds, signed } = await publishedSample(desk.as("editor"), { base });
    await openedReport(desk.as("editor"), articleId);
    const paths = [`${articleId}/1`, `${articleId}/1/claims/${claimIds[0]}`];
    const texts = () => Promise.all(paths.map(async (path) => (await read(path)).text()));
    const etag = (await read(`${articleId}/1`)).headers.get("etag") ?? "";
    expect(etag).toContain(signed.proof.digest.slice(0, 32));
    const again = await read(`${articleId}/1`, { "if-none-match": `W/"x", ${etag}` });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    for (const text of await texts()) expect(text).not.toContain("newer edition");
    await nextEdition(desk.as("editor"), signed.edition.report, { base, change: correction });
    expect((await read(`${articleId}/1`, { "if-none-match": etag })).status).toBe(200);
    for (const text of await texts()) {
      expect(text).toContain("There is a newer edition of this report.");
      expect(text).toContain('name="robots" content="noindex"');
    }
    const withdrawal = { kind: "withdrawal", what: "All.", why: "A forged copy." } as const;
    await nextEdition(desk.as("editor"), signed.edition.report, { base, change: withdrawal });
    for (const text of await texts()) expect(text).toContain("The desk withdrew this check.");
    const embed = await publicEmbed(asked(), articleId, claimIds[0] ?? "");
    expect(await embed.text()).toContain("The desk withdrew this check.");
    expect((await read(`${articleId}/4`)).status).toBe(404);
    expect(await (await reportFeed(asked(), desk.deskId, "editions.atom")).text()).toContain("<title>Withdrawn: ");
  });

  test("are framed nowhere, but for the embed, run nothing, and ask not to be listed unless the desk wants it", async () => {
    const published = await publishedSample(desk.as("editor"), { base });
    const { articleId, claimIds } = published;
    await openedReport(desk.as("editor"), articleId, { isIndexed: false });
    const answers = await everyAddress(published);
    for (const [index, answer] of answers.entries()) {
      const policy = answer.headers.get("content-security-policy") ?? "";
      expect(policy).toContain(index === 6 ? "frame-ancestors *" : "frame-ancestors 'none'");
      expect(policy).not.toContain("script");
      expect(answer.headers.get("x-robots-tag")).toBe("noindex");
      expect(answer.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    }
    await openedReport(desk.as("editor"), articleId, { rowVersion: 1, hasClaimPages: false });
    expect((await read(articleId)).headers.get("x-robots-tag")).toBeNull();
    const [claimId = ""] = claimIds;
    for (const path of [`${articleId}/1/claims/${claimId}`, `${articleId}/claims/${claimId}`]) {
      const answer = await read(path);
      const location = `${base}/r/${articleId}/1#claim-${claimId}`;
      expect([answer.status, answer.headers.get("location")]).toEqual([303, location]);
    }
    expect(await (await read(`${articleId}/1`)).text()).toContain(` id="claim-${claimId}"`);
    expect((await read(`${articleId}/1/claims/${uuidv7()}`)).status).toBe(404);
    expect((await publicEmbed(asked(), articleId, claimIds[0] ?? "")).status).toBe(404);
  });
});

test("a link shows the same pages to its holder alone, and nothing once it is revoked", async () => {
  const { articleId, claimIds } = await publishedSample(desk.as("editor"), { base });
  await openedReport(desk.as("editor"), articleId, { embargoUntil: inADay() });
  const input = { id: uuidv7(), articleId, editionId: null, name: "", days: 3 };
  const { token } = good(await shareReport(desk.as("editor"), input));
  const below = [[], ["claims", claimIds[0] ?? ""], ["edition.json"]];
  for (const rest of below) {
    const answer = await sharedPage([token, ...rest]);
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
    const text = await answer.text();
    if (rest[0] !== "edition.json") expect(text).toContain("Under embargo until");
    expect(text).not.toContain("canonical");
    for (const { email } of await fresh.db.user.findMany()) expect(text).not.toContain(email);
  }
  good(await revokeReportLink(desk.as("editor"), { id: input.id }));
  const never = await whole(await sharedPage(["x".repeat(43)]));
  for (const rest of below) expect(await whole(await sharedPage([token, ...rest]))).toBe(never);
});
