import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { database } from "#lib/server/db/client.ts";
import { publicEmbed, publicReport } from "#lib/server/public/public-report.ts";
import { reportFeed } from "#lib/server/public/report-feeds.ts";
import { sharedPage } from "#lib/server/public/shared-report.ts";
import { editionPage } from "#lib/server/queries/edition-page.ts";
import { publicEditionsPage } from "#lib/server/queries/public-editions.ts";
import { reportAccess } from "#lib/server/queries/report-access.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { shareReport } from "#lib/server/use-cases/share-report.ts";
import { decide, evidenceInput, good, propose, refusal, type TestDesk } from "#tests/support/desk.ts";
import { nextEdition, openedReport } from "#tests/support/edition.ts";
import { approvedClaim, approvedDesk, corrected, published, site, tryToWithdraw } from "#tests/support/editions.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { protect } from "#tests/support/protect.ts";
import { askedSecond } from "#tests/support/seconds.ts";

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

const asked = () => new Request(`${site}/r`);
const read = (articleId: string, ...rest: string[]) => publicReport(asked(), [articleId, ...rest]);
const tells = (text: string) =>
  /Annual accounts|Harbour Board|harbour\.example|Result from operations|p\. 31/.test(text);
const whole = async (answer: Response) => {
  return JSON.stringify([answer.status, [...answer.headers].sort(), await answer.text()]);
};
const feed = async (desk: TestDesk, name: string) => await (await reportFeed(asked(), desk.deskId, name)).text();
const link = (articleId: string, editionId: string | null = null) => {
  return { id: uuidv7(), articleId, editionId, name: "The magazine", days: 3 };
};
const below = (claimId: string) => [
  [],
  ["claims", claimId],
  ["edition.json"],
  ["sheet.csv"],
  ["sources.html"],
  ["report.html.stet.json"],
];

test("a check that is withdrawn after a source was made confidential describes it", async () => {
  const { desk, article, claimId, evidenceId } = await approvedDesk(fresh);
  const rest = { ...evidenceInput(claimId, "Another passage"), title: "Another paper", address: "", locator: "" };
  const left = { ...rest, publication: "", sameOriginAs: evidenceId };
  good(await linkEvidence(desk.as("checker"), left));
  await propose(desk.as("checker"), claimId);
  good(await decide(desk.as("second-editor"), claimId, "approve"));
  const { edition: first } = await published(desk, article.id);
  await protect(fresh, desk, evidenceId);
  good(await tryToWithdraw(desk, article.id));
  await openedReport(desk.as("editor"), article.id);
  for (const rest of below(claimId)) {
    const answer = await read(article.id, "2", ...rest);
    const text = await answer.text();
    expect([rest, answer.status, tells(text)]).toEqual([rest, 200, false]);
  }
  const { edition } = await (await read(article.id, "2", "edition.json")).json();
  const [before, after] = [first.report.claims[0]?.evidence, edition.report.claims[0].evidence];
  expect(before?.map((item) => !item.confidential && item.originId !== null)).toEqual([true, true]);
  expect(after[0]).toEqual({ confidential: true, stance: "supports", kind: "primary", describedAs: "A clerk" });
  expect(after[1]).toEqual({ ...before?.[1], originId: null });
});

describe("an edition that names a source which is confidential now", () => {
  test("is not there for the public when the report is opened, and the next one is", async () => {
    const { desk, article, claimId, evidenceId } = await approvedDesk(fresh);
    const first = await published(desk, article.id);
    await protect(fresh, desk, evidenceId);
    await propose(desk.as("checker"), claimId);
    good(await decide(desk.as("second-editor"), claimId, "approve"));
    await published(desk, article.id, corrected);
    await openedReport(desk.as("editor"), article.id);
    const never = await whole(await read(uuidv7()));
    for (const rest of below(claimId)) {
      expect(await whole(await read(article.id, "1", ...rest)), rest.join("/")).toBe(never);
      expect((await read(article.id, "2", ...rest)).status, rest.join("/")).toBe(200);
    }
    expect((await read(article.id)).status).toBe(200);
    const entries = await feed(desk, "editions.atom");
    expect([entries.includes(`/r/${article.id}/2`), entries.includes(`<id>${first.edition.id}`)]).toEqual([
      true,
      false,
    ]);
    expect(entries.match(/<entry>/g)).toHaveLength(1);
    const { heldBack } = good(await reportAccess(desk.as("viewer"), article.id));
    expect(heldBack).toEqual([{ number: 1, claims: [1] }]);
  });

  test("is gone at once when the report is open, though its pages are kept, and there again when it is named", async () => {
    const { desk, article, claimId, evidenceId } = await approvedDesk(fresh);
    const { edition } = await published(desk, article.id);
    await openedReport(desk.as("editor"), article.id);
    const { token } = good(await shareReport(desk.as("editor"), link(article.id)));
    const answers = async () => [
      ...(await Promise.all(below(claimId).map((rest) => read(article.id, "1", ...rest)))),
      await read(article.id),
      await read(article.id, "claims", claimId),
      await publicEmbed(asked(), article.id, claimId),
      await reportFeed(asked(), desk.deskId, "editions.atom"),
      await reportFeed(asked(), desk.deskId, "claimreviews.json"),
      ...(await Promise.all(below(claimId).map((rest) => sharedPage([token, ...rest])))),
    ];
    const heldFor = async () => {
      const asked = { articleId: article.id, editionId: edition.id };
      return good(await editionPage(desk.as("viewer"), asked)).heldFor;
    };
    for (const answer of await answers()) expect(answer.status).toBe(200);
    expect(await heldFor()).toEqual([]);
    const never = await whole(await read(uuidv7()));
    await protect(fresh, desk, evidenceId);
    for (const answer of await answers()) expect(await whole(answer)).toBe(never);
    expect(await heldFor()).toEqual([1]);
    await protect(fresh, desk, evidenceId, false);
    for (const answer of await answers()) expect(answer.status).toBe(200);
    await protect(fresh, desk, evidenceId);
    for (const answer of await answers()) expect(answer.status).toBe(404);
    good(await tryToWithdraw(desk, article.id));
    expect((await read(article.id)).status).toBe(200);
    expect((await sharedPage([token])).status).toBe(200);
  });

  test("is not shared by a link, and the desk hears of which claims and what to do", async () => {
    const { desk, article, evidenceId } = await approvedDesk(fresh);
    const { edition } = await published(desk, article.id);
    await protect(fresh, desk, evidenceId);
    for (const which of [null, edition.id]) {
      const outcome = await shareReport(desk.as("editor"), link(article.id, which));
      expect(refusal(outcome)).toBe("names-protected");
      expect(JSON.stringify(outcome)).toContain("This concerns claim 1");
    }
    good(await tryToWithdraw(desk, article.id));
    good(await shareReport(desk.as("editor"), link(article.id)));
    expect(refusal(await shareReport(desk.as("editor"), link(article.id, edition.id)))).toBe("names-protected");
  });

  test("holds back no edition of another article", async () => {
    const { desk, article, evidenceId } = await approvedDesk(fresh);
    await published(desk, article.id);
    const other = await approvedClaim(desk);
    await published(desk, other.article.id);
    await openedReport(desk.as("editor"), article.id);
    await openedReport(desk.as("editor"), other.article.id);
    await protect(fresh, desk, evidenceId);
    expect((await read(article.id)).status).toBe(404);
    expect((await read(other.article.id)).status).toBe(200);
  });

  test("leaves no gap in the feed, however many there are", async () => {
    const { desk, article, evidenceId } = await approvedDesk(fresh);
    const open = await approvedClaim(desk);
    await published(desk, open.article.id);
    await openedReport(desk.as("editor"), open.article.id);
    const { edition } = await published(desk, article.id);
    await openedReport(desk.as("editor"), article.id);
    const change = { kind: "update", what: "More was checked.", why: "" } as const;
    for (let number = 2; number <= 22; number += 1) await nextEdition(desk.as("editor"), edition.report, { change });
    const listed = async () => {
      const page = { deskId: desk.deskId, of: "editions", after: null } as const;
      const { editions, next } = await publicEditionsPage({ db: fresh.db, now: new Date() }, page);
      return [editions.length, editions.at(-1)?.articleId === open.article.id, next === null];
    };
    expect(await listed()).toEqual([20, false, false]);
    await protect(fresh, desk, evidenceId);
    expect(await listed()).toEqual([1, true, true]);
  });

  test("is not spoken of to whoever may not see it", async () => {
    const { desk, article, claimId, evidenceId } = await approvedDesk(fresh);
    await published(desk, article.id);
    await protect(fresh, desk, evidenceId);
    await propose(desk.as("checker"), claimId);
    await askedSecond(desk, claimId, "admin");
    expect(good(await reportAccess(desk.as("admin"), article.id)).heldBack).toEqual([]);
    expect(good(await reportAccess(desk.as("viewer"), article.id)).heldBack).toHaveLength(1);
  });
});
