import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importPreview } from "#lib/server/queries/import-preview.ts";
import { newVersion } from "#lib/server/queries/new-version.ts";
import { addVersion } from "#lib/server/use-cases/add-version.ts";
import { changeStaged } from "#lib/server/use-cases/change-staged.ts";
import { importArticle } from "#lib/server/use-cases/import-article.ts";
import { stageAsVersion } from "#lib/server/use-cases/read-again.ts";
import { stageImport } from "#lib/server/use-cases/stage-import.ts";
import { good, makeDesk, refusal } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const long = Array.from(
  { length: 12 },
  (_, index) =>
    `In paragraph ${index} the county says that it spent ${index + 3} million crowns on bridge ${index * 7}.`,
);
const details = { title: "The Wall", byline: "", publisher: "", publishedOn: null, language: null };
const address = "https://www.lantern.example/2026/wall?id=7";

async function withArticle(paragraphs: readonly string[] = long) {
  const desk = await makeDesk(fresh.db);
  const checker = desk.as("checker");
  const articleId = uuidv7();
  good(await stageImport(checker, { way: "paste", id: articleId, text: paragraphs.join("\n\n"), html: "" }));
  expect(good(await importPreview(checker, articleId)).seenBefore).toBeNull();
  good(await importArticle(checker, { ...details, id: articleId, address }));
  const stage = async (text: string) =>
    good(await stageImport(checker, { way: "paste", id: uuidv7(), text, html: "" })).id;
  return { desk, checker, articleId, stage };
}

test("nearly the same text offers a version of the known article, another text does not", async () => {
  const { checker, articleId, stage } = await withArticle();
  const near = await stage([...long.slice(0, 5), "One new paragraph about the mill.", ...long.slice(5)].join("\n\n"));
  expect(good(await importPreview(checker, near)).seenBefore).toMatchObject({
    articleId,
    title: "The Wall",
    version: 1,
    because: "text",
  });
  const other = await stage(
    "The auditors wrote that the ferry lost 1.9 million crowns last year, and that it sails on.",
  );
  expect(good(await importPreview(checker, other)).seenBefore).toBeNull();
});

test("the same address offers it whatever its text says, from whatever link it came", async () => {
  const { checker, articleId } = await withArticle();
  const sent = "http://m.lantern.example/2026/wall/?utm_source=mail&id=7&fbclid=x#top";
  const html =
    "<title>Other</title><article><p>The page says something else altogether by now, and at length.</p></article>";
  const { id } = good(await stageImport(checker, { way: "page", id: uuidv7(), html, address: sent }));
  expect(good(await importPreview(checker, id)).seenBefore).toMatchObject({ articleId, because: "address" });
});

test("another desk's articles are never offered", async () => {
  await withArticle();
  const stranger = (await makeDesk(fresh.db)).as("checker");
  const id = uuidv7();
  good(await stageImport(stranger, { way: "paste", id, text: long.join("\n\n"), html: "" }));
  expect(good(await importPreview(stranger, id)).seenBefore).toBeNull();
});

test("the same import becomes the next version, with the blocks that were chosen", async () => {
  const { desk, checker, articleId, stage } = await withArticle();
  const id = await stage([...long, "A last word that nobody needs."].join("\n\n"));
  good(await changeStaged(checker, { id, pieces: [12], to: "left-out" }));
  good(await changeStaged(checker, { id, pieces: [0], to: "left-out" }));
  expect(refusal(await stageAsVersion(desk.as("second-checker"), { id, articleId }))).toBe("not-found");
  expect(refusal(await stageAsVersion(desk.as("viewer"), { id, articleId }))).toBe("forbidden");
  good(await stageAsVersion(checker, { id, articleId }));
  good(await stageAsVersion(checker, { id, articleId }));
  expect(refusal(await importPreview(checker, id))).toBe("not-found");
  expect(good(await newVersion(checker, { importId: id, page: 1 })).leftOut).toEqual([
    long[0],
    "A last word that nobody needs.",
  ]);
  expect(good(await addVersion(checker, { id, articleId, latest: 1 })).number).toBe(2);
});
