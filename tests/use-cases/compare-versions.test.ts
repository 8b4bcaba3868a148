import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ComparedRow } from "#lib/domain/version-views.ts";
import { comparePage } from "#lib/server/queries/compare-page.ts";
import { newVersion } from "#lib/server/queries/new-version.ts";
import { versionsPage } from "#lib/server/queries/versions-page.ts";
import { keepDraft } from "#lib/server/repositories/drafts.ts";
import { addVersion } from "#lib/server/use-cases/add-version.ts";
import { importArticle } from "#lib/server/use-cases/import-article.ts";
import { addDraft, good, makeArticle, makeClaim, makeDesk, refusal, stageDraft } from "#tests/support/desk.ts";
import { edited, ferry, paragraphs } from "#tests/support/drafts.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const loss = "lost 1.9 million crowns";
const loaned = "It will cost 14 million crowns";

/** The third paragraph changed, the fifth is gone, and one was added at the end. */
const second = [...paragraphs.filter((text) => !text.includes(loaned)), "Nobody knows what comes then."]
  .join("\n\n")
  .replace(loss, "lost 2.4 million crowns");

async function twoClaims() {
  const desk = await makeDesk(fresh.db);
  const checker = desk.as("checker");
  const article = await makeArticle(checker, ferry);
  const changed = (await makeClaim(checker, article, loss)).id;
  const lost = (await makeClaim(checker, article, loaned)).id;
  const kept = (await makeClaim(checker, article, "212 passengers")).id;
  return { desk, checker, article, changed, lost, kept };
}

const shape = (row: ComparedRow) =>
  row.kind === "skipped"
    ? `skipped ${row.blocks}`
    : `${row.kind} ${row.old ?? "-"} ${row.fresh ?? "-"} ${row.claims.map((claim) => claim.number).join(",")}`.trim();

describe("two versions beside each other", () => {
  test("the rows that differ, one equal one around them, and the claims each change touches", async () => {
    const { desk, article, changed, checker } = await twoClaims();
    await addDraft(checker, article, second);
    const asked = { articleId: article.id, from: 1, to: 2, page: 1 };
    const view = good(await comparePage(desk.as("viewer"), asked));
    expect(view.from.number).toBe(1);
    expect(view.to?.number).toBe(2);
    expect(view.blocks).toEqual({ same: 4, changed: 1, added: 1, removed: 1, moved: 0 });
    expect(view.claims).toEqual({ exact: 1, moved: 0, changed: 1, ambiguous: 0, lost: 1 });
    expect(view.rows.map(shape)).toEqual([
      "skipped 1",
      "same 2 2",
      "changed 3 3 1",
      "same 4 4",
      "removed 5 - 2",
      "same 6 5",
      "added - 6",
    ]);
    const row = view.rows[2];
    expect(row).toMatchObject({ claims: [{ id: changed, placement: "changed", needsPlacing: true }] });
    if (row === undefined || row.kind === "skipped") throw new Error("The row is there.");
    const joined = (leftOut: string) =>
      row.pieces
        .filter((piece) => piece.kind !== leftOut)
        .map((piece) => piece.text)
        .join("");
    expect(joined("removed")).toBe(paragraphs[2]?.replace("1.9", "2.4"));
    expect(joined("added")).toBe(paragraphs[2]);
    expect(good(await comparePage(desk.as("viewer"), { ...asked, from: 2, to: 1 }))).toEqual(view);
  });

  test("a moved passage is shown where it was and where it is", async () => {
    const { checker, article, changed } = await twoClaims();
    const moved = [...paragraphs.slice(0, 2), ...paragraphs.slice(3), paragraphs[2]].join("\n\n");
    await addDraft(checker, article, moved);
    const view = good(await comparePage(checker, { articleId: article.id, from: 1, to: 2, page: 1 }));
    expect(view.blocks.moved).toBe(1);
    expect(view.claims).toMatchObject({ moved: 1, exact: 2 });
    const here = view.rows.find((row) => row.kind === "moved-here");
    expect(here).toMatchObject({ fresh: 6, claims: [{ id: changed, placement: "moved", needsPlacing: false }] });
    expect(view.rows.find((row) => row.kind === "moved-away")).toMatchObject({ old: 3, claims: [] });
  });

  test("only the newest version's claims still ask for a place", async () => {
    const { checker, article } = await twoClaims();
    await addDraft(checker, article, second);
    await addDraft(checker, article, `${second}\n\nAnd that is all.`);
    const asks = async (from: number, to: number) => {
      const view = good(await comparePage(checker, { articleId: article.id, from, to, page: 1 }));
      return view.rows.flatMap((row) => (row.kind === "skipped" ? [] : row.claims)).filter((one) => one.needsPlacing);
    };
    expect(await asks(1, 2)).toEqual([]);
    expect(await asks(1, 3)).toHaveLength(2);
  });

  test("many changes come in pages; a version that is not there is not found", async () => {
    const checker = (await makeDesk(fresh.db)).as("checker");
    const lines = Array.from({ length: 500 }, (_, index) => `Line ${index} of the long list says number ${index}.`);
    const article = await makeArticle(checker, lines.join("\n\n"));
    await addDraft(checker, article, lines.map((line) => line.replace("says", "repeats")).join("\n\n"));
    const page = async (number: number) =>
      good(await comparePage(checker, { articleId: article.id, from: 1, to: 2, page: number }));
    expect([(await page(1)).rows.length, (await page(1)).next]).toEqual([200, 2]);
    expect([(await page(3)).rows.length, (await page(3)).next]).toEqual([100, null]);
    expect([(await page(9)).rows.length, (await page(9)).next]).toEqual([0, null]);
    const missing = { articleId: article.id, from: 1, to: 9, page: 1 };
    expect(refusal(await comparePage(checker, missing))).toBe("not-found");
    expect(refusal(await comparePage(checker, { ...missing, articleId: uuidv7() }))).toBe("not-found");
  });
});

describe("before it is frozen", () => {
  test("the preview counts what freezing will give, and shows claims where they stand now", async () => {
    const { checker, article } = await twoClaims();
    const id = await stageDraft(checker, article.id, second);
    const view = good(await newVersion(checker, { importId: id, page: 1 }));
    expect(view).toMatchObject({ importId: id, importedFrom: "pasted", unchanged: false });
    expect(view.comparison.to).toBeNull();
    expect(view.comparison.rows.map(shape)).toContain("changed 3 3 1");
    expect(view.comparison.rows.map(shape)).toContain("removed 5 - 2");
    expect(good(await versionsPage(checker, article.id)).versions).toHaveLength(1);
    const { placements } = good(await addVersion(checker, { id, articleId: article.id, latest: 1 }));
    expect(placements).toEqual(view.comparison.claims);
    const { versions, text, toPlace } = good(await versionsPage(checker, article.id));
    expect({ text, toPlace }).toEqual({ text: second, toPlace: 2 });
    expect(versions.map((row) => row.words)).toEqual([view.words, view.comparison.from.words]);
  });

  test("is for whoever staged it", async () => {
    const { desk, checker, article } = await twoClaims();
    const id = await stageDraft(checker, article.id, second);
    expect(refusal(await newVersion(desk.as("second-checker"), { importId: id, page: 1 }))).toBe("not-found");
  });

  test("an import staged before articles had versions is still an article's", async () => {
    const checker = (await makeDesk(fresh.db)).as("checker");
    const { deskId, memberId } = checker.actor;
    const id = uuidv7();
    const nothing = { title: null, byline: null, publisher: null, publishedOn: null, address: null, language: null };
    const block = { index: 0, type: "paragraph", level: null, start: 0, end: 11, dir: "ltr", marks: [] };
    const old = { format: "text", importedFrom: "pasted", text: "Some words.", blocks: [block], metadata: nothing };
    const fields = { ...old, leftOut: [], warnings: [] };
    await keepDraft(fresh.db, { deskId, memberId, key: `import:${id}`, fields, now: new Date() });
    const about = { title: "x", byline: "", publisher: "", publishedOn: null, address: null, language: null };
    expect(refusal(await importArticle(checker, { id, ...about }))).toBe("ok");
  });
});

test("one sentence changed in a paragraph does not touch the claims of the others", async () => {
  const { checker, article } = await twoClaims();
  const id = await stageDraft(checker, article.id, edited("the council has put off", "the council has answered"));
  const { comparison } = good(await newVersion(checker, { importId: id, page: 1 }));
  expect(comparison.claims).toMatchObject({ exact: 3 });
  expect(comparison.rows.flatMap((row) => (row.kind === "skipped" ? [] : row.claims.map((one) => one.id)))).toEqual([]);
});
