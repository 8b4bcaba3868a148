import { afterAll, beforeAll, expect, test } from "vitest";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { comparePage } from "#lib/server/queries/compare-page.ts";
import { newVersion } from "#lib/server/queries/new-version.ts";
import { confirmPlaces } from "#lib/server/use-cases/confirm-places.ts";
import {
  addDraft,
  good,
  makeArticle,
  makeClaim,
  makeDesk,
  propose,
  proposedClaim,
  stageDraft,
} from "#tests/support/desk.ts";
import { edited, ferry, paragraphs } from "#tests/support/drafts.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const loss = "lost 1.9 million crowns";
const newLoss = "lost 2.4 million crowns";
const loaned = "It will cost 14 million crowns";
const without = (words: string, text: readonly string[] = paragraphs) => text.filter((one) => !one.includes(words));

/** Version 2 has other words for the first claim, which somebody confirmed; version 3 adds a paragraph. */
async function threeVersions() {
  const desk = await makeDesk(fresh.db);
  const checker = desk.as("checker");
  const article = await makeArticle(checker, ferry);
  const { claimId: changed } = await proposedClaim(desk, article, loss);
  const lost = (await makeClaim(checker, article, loaned)).id;
  const kept = (await makeClaim(checker, article, "212 passengers")).id;
  const text = edited(loss, newLoss, without(loaned).join("\n\n"));
  const second = await addDraft(checker, article, text);
  const sent = { articleId: article.id, versionId: second.version.id, claimIds: [changed] };
  good(await confirmPlaces(desk.as("editor"), sent));
  await addDraft(checker, article, `${text}\n\nThat is the end of it.`);
  const compare = async (from: number, to: number) =>
    good(await comparePage(checker, { articleId: article.id, from, to, page: 1 }));
  return { desk, checker, article, changed, lost, kept, text, compare };
}

test("versions apart are compared by their own words, not by what the last step did", async () => {
  const { compare, changed, lost } = await threeVersions();
  const view = await compare(1, 3);
  expect(view.claims).toEqual({ exact: 1, moved: 0, changed: 1, ambiguous: 0, lost: 1 });
  const claims = view.rows.flatMap((row) => (row.kind === "skipped" ? [] : row.claims));
  expect(claims.find(({ id }) => id === changed)).toMatchObject({ placement: "changed", needsPlacing: false });
  expect(claims.find(({ id }) => id === lost)).toMatchObject({ placement: "lost", needsPlacing: true });
  expect(claims.some(({ lapses }) => lapses)).toBe(false);
  // What is gone from both is in neither.
  expect((await compare(2, 3)).claims).toEqual({ exact: 2, moved: 0, changed: 0, ambiguous: 0, lost: 0 });
});

test("words that changed and came back are the same words, and a version beside itself has no difference", async () => {
  const { checker, article, compare } = await threeVersions();
  await addDraft(checker, article, ferry);
  expect((await compare(1, 4)).claims).toEqual({ exact: 3, moved: 0, changed: 0, ambiguous: 0, lost: 0 });
  expect((await compare(3, 4)).claims).toEqual({ exact: 1, moved: 0, changed: 2, ambiguous: 0, lost: 0 });
  const same = await compare(3, 3);
  expect(same.claims).toEqual({ exact: 2, moved: 0, changed: 0, ambiguous: 0, lost: 0 });
  expect(same.rows).toEqual([{ kind: "skipped", blocks: 6 }]);
});

test("the panel shows the words that the stale verdict was given on, until there is another", async () => {
  const { desk, checker, changed } = await threeVersions();
  const read = async () => good(await claimPage(checker, changed));
  expect(await read()).toMatchObject({
    staleReason: "quote",
    changedSince: ["The quote changed."],
    quote: { quote: newLoss },
    placement: { kind: "exact", before: { quote: loss, versionNumber: 1 } },
  });
  await propose(desk.as("checker"), changed);
  expect((await read()).placement.before).toEqual({ quote: newLoss, versionNumber: 2 });
});

test("the preview names the verdicts that freezing would end", async () => {
  const desk = await makeDesk(fresh.db);
  const checker = desk.as("checker");
  const article = await makeArticle(checker, ferry);
  const claims = [loss, "212 passengers", loaned, "a disappointment"];
  const ids: string[] = [];
  for (const words of claims) ids.push((await proposedClaim(desk, article, words)).claimId);
  const open = (await makeClaim(checker, article, "The service")).id;
  const draft = edited(loss, newLoss, edited("the old steamer", "any steamer", without(loaned).join("\n\n")));
  const view = good(await newVersion(checker, { importId: await stageDraft(checker, article.id, draft), page: 1 }));
  expect(view).toMatchObject({ lapsing: 3, began: null });
  const shown = view.comparison.rows.flatMap((row) => (row.kind === "skipped" ? [] : row.claims));
  expect(shown.filter(({ lapses }) => lapses).map(({ id }) => id)).toEqual([ids[1], ids[0], ids[2]]);
  expect(shown.find(({ id }) => id === open)).toMatchObject({ lapses: false });
  await addDraft(checker, article, draft);
  const states = await Promise.all(ids.map(async (id) => good(await claimPage(checker, id)).state));
  expect(states).toEqual(["stale", "stale", "stale", "proposed"]);
});
