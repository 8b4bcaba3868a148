import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Outcome } from "#lib/domain/failure.ts";
import type { ArticleView } from "#lib/domain/views.ts";
import type { Context } from "#lib/server/context.ts";
import { feedsPage } from "#lib/server/queries/feeds-page.ts";
import { original } from "#lib/server/queries/original.ts";
import { seenBefore } from "#lib/server/queries/seen-before.ts";
import { sheetPage } from "#lib/server/queries/sheet-page.ts";
import { stagedSummary } from "#lib/server/queries/staged-summary.ts";
import { insertFeed } from "#lib/server/repositories/feeds.ts";
import { changeStaged } from "#lib/server/use-cases/change-staged.ts";
import { placeSheet } from "#lib/server/use-cases/place-sheet.ts";
import { readAgain } from "#lib/server/use-cases/read-again.ts";
import { readFeeds } from "#lib/server/use-cases/read-feeds.ts";
import { stageImport } from "#lib/server/use-cases/stage-import.ts";
import { stageSheet } from "#lib/server/use-cases/stage-sheet.ts";
import { unwatchFeed } from "#lib/server/use-cases/watch-feed.ts";
import { good, makeArticle, makeDesk, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let desk: TestDesk;
let intruder: Context;
let theirs: { article: ArticleView; stagedId: string; sheetId: string; feedId: string };
let ownArticle: ArticleView;

const sheet = new TextEncoder().encode("Quote,Source\ntwo boats,The register\n");
const naming = { sheet: 0, named: true, columns: ["quote" as const, "source" as const] };

beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
  const checker = desk.as("checker");
  const article = await makeArticle(checker);
  const [stagedId, sheetId, feedId] = [uuidv7(), uuidv7(), uuidv7()];
  good(await stageImport(checker, { way: "paste", id: stagedId, text: "Not yet frozen.\n\nTwo blocks.", html: "" }));
  good(await stageSheet(checker, { id: sheetId, articleId: article.id, bytes: sheet, fileName: "facts.csv" }));
  const { deskId, memberId } = checker.actor;
  await insertFeed(
    fresh.db,
    { deskId, id: feedId, address: "https://paper.example/feed", title: "Paper", items: [], addedById: memberId },
    checker.now,
  );
  theirs = { article, stagedId, sheetId, feedId };
  intruder = (await makeDesk(fresh.db)).as("admin");
  ownArticle = await makeArticle(intruder);
});
afterAll(() => fresh.close());

describe("what another desk is bringing in is not there", () => {
  const attempts: Record<string, () => Promise<Outcome<unknown>>> = {
    original: () => original(intruder, theirs.article.version.id),
    stagedSummary: () => stagedSummary(intruder, theirs.stagedId),
    changeStaged: () => changeStaged(intruder, { id: theirs.stagedId, pieces: [0], to: "left-out" }),
    readAgain: () => readAgain(intruder, { id: theirs.stagedId, changes: "reject" }),
    stageSheet: () =>
      stageSheet(intruder, { id: uuidv7(), articleId: theirs.article.id, bytes: sheet, fileName: "facts.csv" }),
    placeSheet: () => placeSheet(intruder, { id: theirs.sheetId, articleId: theirs.article.id, ...naming }),
    "placeSheet, in an article of one's own": () =>
      placeSheet(intruder, { id: theirs.sheetId, articleId: ownArticle.id, ...naming }),
    sheetPage: () => sheetPage(intruder, { articleId: theirs.article.id, sheetId: theirs.sheetId }),
    "sheetPage, in an article of one's own": () =>
      sheetPage(intruder, { articleId: ownArticle.id, sheetId: theirs.sheetId }),
    unwatchFeed: () => unwatchFeed(intruder, { id: theirs.feedId }),
    readFeeds: () => readFeeds(intruder, { id: theirs.feedId }),
  };

  test.each(Object.entries(attempts))("%s", async (_, attempt) => {
    expect(refusal(await attempt())).toBe("not-found");
  });

  test("nor does a list or a comparison of texts show it", async () => {
    expect(good(await feedsPage(intruder)).feeds).toEqual([]);
    const { text } = theirs.article;
    expect(await seenBefore(intruder, { addresses: [], text: `${text} Not of this desk.` })).not.toMatchObject({
      articleId: theirs.article.id,
    });
  });
});
