import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { StageImport } from "#lib/schemas/import.ts";
import { stageImport as schema } from "#lib/schemas/import.ts";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { newVersion } from "#lib/server/queries/new-version.ts";
import { addVersion } from "#lib/server/use-cases/add-version.ts";
import { importArticle } from "#lib/server/use-cases/import-article.ts";
import { stageImport } from "#lib/server/use-cases/stage-import.ts";
import { addDraft, good, makeArticle, makeDesk } from "#tests/support/desk.ts";
import { edited, ferry } from "#tests/support/drafts.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const html = `<h2>The boats</h2><p>The board bought <em>two boats</em> in <a href="https://paper.example/2021">2021</a>.</p>
<blockquote><p>Nobody was surprised by the figures of the year.</p></blockquote>
<table><tr><td>Year</td><td>Passengers</td><td>Loss</td></tr><tr><td>2025</td><td>212</td><td>1.9 million</td></tr></table>
<pre>first line

  second line</pre>
<p>The town is to decide in the autumn whether it pays.</p>`;

async function formed() {
  const checker = (await makeDesk(fresh.db)).as("checker");
  const id = uuidv7();
  good(await stageImport(checker, { way: "paste", id, text: "", html }));
  const about = { title: "Boats", byline: "", publisher: "", publishedOn: null, address: null, language: "en" };
  good(await importArticle(checker, { id, ...about }));
  const article = good(await articlePage(checker, id));
  const stage = async (way: Omit<Extract<StageImport, { way: "paste" }>, "id"> | { way: "file"; text: string }) => {
    const more = { id: uuidv7(), articleId: article.id };
    const bytes = new TextEncoder().encode(way.text);
    const file = { way: "file", bytes, fileName: "boats.txt", contentType: "text/plain", ...more } as const;
    return good(await stageImport(checker, way.way === "file" ? file : { ...way, ...more })).id;
  };
  return { checker, article, stage };
}

test("plain text keeps the form that its words have in the newest version", async () => {
  const { checker, article, stage } = await formed();
  const types = article.blocks.map(({ type }) => type);
  expect(types).toEqual(["heading", "paragraph", "quotation", "table-row", "table-row", "code", "paragraph"]);
  const draft = edited("1.9 million", "2.4 million", edited("in the autumn", "in spring", article.text));
  for (const way of ["paste", "file"] as const) {
    const text = draft.replaceAll("\n", "\r\n");
    const id = await stage(way === "paste" ? { way, text, html: "" } : { way, text });
    expect(good(await newVersion(checker, { importId: id, page: 1 })).comparison.blocks).toMatchObject({
      same: 5,
      changed: 2,
    });
    if (way === "paste") continue;
    good(await addVersion(checker, { id, articleId: article.id, latest: 1 }));
  }
  const next = good(await articlePage(checker, article.id));
  expect(next.text).toBe(draft);
  expect(next.blocks.map(({ type, level }) => [type, level])).toEqual(
    article.blocks.map(({ type, level }) => [type, level]),
  );
  const marks = next.blocks.flatMap((block) =>
    block.marks.map((mark) => [mark.type, draft.slice(mark.start, mark.end)]),
  );
  expect(marks).toEqual([
    ["emphasis", "two boats"],
    ["link", "2021"],
  ]);
});

test("the same plain text is unchanged, and so it is with a title that the article does not have in its text", async () => {
  const { checker, article, stage } = await formed();
  for (const text of [article.text, `${article.text}\n`, `Boats at last\n\n${article.text}`]) {
    const id = await stage({ way: "paste", text, html: "" });
    expect(good(await newVersion(checker, { importId: id, page: 1 })).unchanged).toBe(true);
  }
  const wrapped = await makeArticle(checker, ferry);
  const lines = ferry.replaceAll(", ", ",\n");
  const id = uuidv7();
  good(await stageImport(checker, { way: "paste", id, articleId: wrapped.id, text: lines, html: "" }));
  expect(good(await newVersion(checker, { importId: id, page: 1 })).unchanged).toBe(true);
});

test("an edited text remembers the version that it was begun from", async () => {
  const desk = await makeDesk(fresh.db);
  const [checker, second] = [desk.as("checker"), desk.as("second-checker")];
  const article = await makeArticle(checker, ferry);
  const text = edited("212 passengers", "230 passengers");
  const id = uuidv7();
  const form = { way: "edit", id, articleId: article.id, text, began: "1" };
  good(await stageImport(checker, schema.parse(form)));
  const preview = async () => good(await newVersion(checker, { importId: id, page: 1 }));
  expect((await preview()).began).toBeNull();
  await addDraft(second, article, edited("1.9 million", "2.4 million"));
  expect((await preview()).began).toEqual({ number: 1, newest: 2, by: "second-checker" });
  const unknown = { way: "edit", id: uuidv7(), articleId: article.id, text } as const;
  good(await stageImport(checker, schema.parse(unknown)));
  expect(good(await newVersion(checker, { importId: unknown.id, page: 1 })).began).toBeNull();
});
