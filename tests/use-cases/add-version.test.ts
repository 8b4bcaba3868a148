import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/server/context.ts";
import { articleList } from "#lib/server/queries/article-list.ts";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { importPreview } from "#lib/server/queries/import-preview.ts";
import { newVersion } from "#lib/server/queries/new-version.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { versionsPage } from "#lib/server/queries/versions-page.ts";
import { addVersion } from "#lib/server/use-cases/add-version.ts";
import { importArticle } from "#lib/server/use-cases/import-article.ts";
import { stageImport } from "#lib/server/use-cases/stage-import.ts";
import { addDraft, good, makeArticle, makeDesk, proposedClaim, refusal, stageDraft } from "#tests/support/desk.ts";
import { edited, ferry } from "#tests/support/drafts.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const loss = "lost 1.9 million crowns";

describe("freezing", () => {
  const staged = async (context: Context, text: string) => {
    const article = await makeArticle(context, ferry);
    return { article, id: await stageDraft(context, article.id, text) };
  };

  test("equal text makes no version, and the preview says so", async () => {
    const checker = (await makeDesk(fresh.db)).as("checker");
    const { article, id } = await staged(checker, `${ferry}\n\n`);
    expect(good(await newVersion(checker, { importId: id, page: 1 })).unchanged).toBe(true);
    expect(refusal(await addVersion(checker, { id, articleId: article.id, latest: 1 }))).toBe("text-unchanged");
    expect(good(await versionsPage(checker, article.id)).versions).toHaveLength(1);
  });

  test("sent twice makes one version; a later one than the reader saw is refused", async () => {
    const desk = await makeDesk(fresh.db);
    const checker = desk.as("checker");
    const { article, id } = await staged(checker, edited(loss, "lost nothing"));
    const sent = { id, articleId: article.id, latest: 1 };
    const both = [good(await addVersion(checker, sent)), good(await addVersion(checker, sent))];
    expect(both[0]).toEqual(both[1]);
    expect(refusal(await addVersion(desk.as("second-checker"), sent))).toBe("not-found");
    const late = await stageDraft(checker, article.id, edited(loss, "lost a little"));
    expect(refusal(await addVersion(checker, { id: late, articleId: article.id, latest: 1 }))).toBe(
      "version-superseded",
    );
    expect(good(await versionsPage(checker, article.id)).versions.map((row) => row.number)).toEqual([2, 1]);
  });

  test("what was staged for an article is neither a new article nor a version of another", async () => {
    const checker = (await makeDesk(fresh.db)).as("checker");
    const { id } = await staged(checker, edited(loss, "lost nothing"));
    const other = await makeArticle(checker, ferry);
    const about = { title: "x", byline: "", publisher: "", publishedOn: null, address: null, language: null };
    expect(refusal(await importArticle(checker, { id, ...about }))).toBe("not-found");
    expect(refusal(await importPreview(checker, id))).toBe("not-found");
    expect(refusal(await addVersion(checker, { id, articleId: other.id, latest: 1 }))).toBe("not-found");
    const plain = uuidv7();
    good(await stageImport(checker, { way: "paste", id: plain, text: "Some words.", html: "" }));
    expect(refusal(await newVersion(checker, { importId: plain, page: 1 }))).toBe("not-found");
    expect(refusal(await addVersion(checker, { id: plain, articleId: other.id, latest: 1 }))).toBe("not-found");
  });

  test("a viewer makes no version", async () => {
    const desk = await makeDesk(fresh.db);
    const article = await makeArticle(desk.as("checker"), ferry);
    const draft = { way: "edit" as const, id: uuidv7(), articleId: article.id, text: "Other words." };
    expect(refusal(await stageImport(desk.as("viewer"), draft))).toBe("forbidden");
    const wanted = { id: draft.id, articleId: article.id, latest: 1 };
    expect(refusal(await addVersion(desk.as("viewer"), wanted))).toBe("forbidden");
    expect(good(await versionsPage(desk.as("viewer"), article.id)).may.addVersion).toBe(false);
  });

  test("an edited text keeps the kinds and marks of its blocks", async () => {
    const checker = (await makeDesk(fresh.db)).as("checker");
    const id = uuidv7();
    const html = "<h2>The loss</h2><p>The service <em>lost</em> 1.9 million crowns last year.</p>";
    good(await stageImport(checker, { way: "paste", id, text: "", html }));
    const about = { title: "x", byline: "", publisher: "", publishedOn: null, address: null, language: null };
    good(await importArticle(checker, { id, ...about }));
    const { text } = good(await versionsPage(checker, id));
    const draft = { way: "edit" as const, id: uuidv7(), articleId: id, text: text.replace("1.9", "2.4") };
    good(await stageImport(checker, draft));
    good(await addVersion(checker, { id: draft.id, articleId: id, latest: 1 }));
    const { blocks, version } = good(await articlePage(checker, id));
    expect(version.number).toBe(2);
    expect(blocks.map((block) => block.type)).toEqual(["heading", "paragraph"]);
    expect(blocks[1]?.marks).toMatchObject([{ type: "emphasis" }]);
    expect(good(await versionsPage(checker, id)).versions[0]).toMatchObject({ importedFrom: "edited", number: 2 });
    const nothing = await stageImport(checker, { ...draft, id: uuidv7(), text: " \n\n " });
    expect(refusal(nothing)).toBe("invalid");
  });

  test("brings the article to the head of the list, and the record stays whole", async () => {
    let now = Date.parse("2026-06-01T10:00:00Z");
    const desk = await makeDesk(fresh.db, () => {
      now += 60_000;
      return new Date(now);
    });
    const { article } = await proposedClaim(desk);
    await makeArticle(desk.as("checker"), ferry);
    await addDraft(desk.as("checker"), article, article.text.replace(loss, "lost a fortune"));
    expect((await articleList(desk.as("viewer"), { before: null })).rows[0]).toMatchObject({
      id: article.id,
      version: 2,
    });
    expect((await verifyAudit(fresh.db, desk.deskId)).problems).toEqual([]);
  });
});
